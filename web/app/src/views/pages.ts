import type { Me } from '@cstahub/client';

/** The pages there are. */
export type PageName = 'phone' | 'wallboard' | 'numbers';

/** Where they are. The server answers at each with the same app. */
export const paths: Readonly<Record<PageName, string>> = {
  phone: '/',
  wallboard: '/wallboard',
  numbers: '/numbers',
};

/** The page at a path. */
export function pageAt(path: string): PageName {
  const wanted = path.replace(/\/$/, '');
  return wanted === paths.wallboard ? 'wallboard' : wanted === paths.numbers ? 'numbers' : 'phone';
}

/** The pages that have something to show to a user. */
export function pagesOf(me: Me): readonly PageName[] {
  const others = [...(me.control ?? []), ...(me.observe ?? [])];
  return [
    ...(me.device !== undefined ? (['phone'] as const) : []),
    ...(me.role !== 'agent' || others.length > 0 ? (['wallboard'] as const) : []),
    ...(me.role === 'operator' ? (['numbers'] as const) : []),
  ];
}
