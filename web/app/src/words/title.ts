import { isIncoming } from '@cstahub/client';
import type { Desk } from '../session.ts';
import { who } from './calls.ts';
import { t } from './language.ts';

/** The title of the page, which is all that is seen of a tab in the background. */
export function pageTitle(desk: Desk | undefined): string {
  if (desk === undefined) return 'cstahub';
  const incoming = desk.phone?.board.calls.find(isIncoming);
  if (incoming !== undefined && desk.phone?.sync === 'current') return t().page.incomingTitle(who(incoming));
  const name = desk.me.name ?? desk.me.userId;
  return desk.phone === undefined ? `${name} – cstahub` : `${desk.phone.number} ${name} – cstahub`;
}
