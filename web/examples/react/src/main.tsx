import {
  type Call,
  Client,
  type Device,
  actions,
  defineCallButton,
  loginProvider,
  me,
  useDevice,
} from '@cstahub/client';
import { StrictMode, type SubmitEvent, useState } from 'react';
import { createRoot } from 'react-dom/client';

import { useBoard } from './use-device.ts';

const server = 'http://127.0.0.1:8080';

defineCallButton();

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React looks for elements
  namespace JSX {
    interface IntrinsicElements {
      'csta-call': { number: string; children?: string };
    }
  }
}

function Page() {
  const [phone, setPhone] = useState<Device>();
  const [failure, setFailure] = useState('');
  const { board, sync } = useBoard(phone);

  const connect = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => form.get(name) as string;
    try {
      const token = loginProvider(server, field('user'), field('password'));
      const { me: who } = await me(server, await token());
      const client = new Client({ url: server, token });
      const device = client.device(who.device ?? '');
      useDevice(device);
      client.start();
      setPhone(device);
    } catch (error) {
      setFailure(String(error));
    }
  };

  if (phone === undefined) {
    return (
      <form onSubmit={(event) => void connect(event)}>
        <h1>My calls</h1>
        <label>
          User <input name="user" defaultValue="alice@demo" />
        </label>{' '}
        <label>
          Password <input name="password" type="password" />
        </label>{' '}
        <button>Connect</button>
        <p role="alert">{failure}</p>
      </form>
    );
  }
  return (
    <main>
      <h1>Calls at {phone.number}</h1>
      <p>
        Customer: <csta-call number="22334455">Freja Holm</csta-call>
      </p>
      <p role="status">{sync === 'current' ? `${board.calls.length} calls` : 'Connecting …'}</p>
      <ul>
        {board.calls.map((call) => (
          <Line key={call.id} phone={phone} call={call} />
        ))}
      </ul>
    </main>
  );
}

function Line({ phone, call }: { phone: Device; call: Call }) {
  const may = (service: Call['permitted'][number]) => call.permitted.includes(service);
  return (
    <li>
      {call.name ?? call.number}: {call.local}{' '}
      {may('answerCall') && <button onClick={() => void actions.answer(phone, call)}>Answer</button>}
      {may('holdCall') && <button onClick={() => void actions.hold(phone, call)}>Hold</button>}
      {may('retrieveCall') && <button onClick={() => void actions.retrieve(phone, call)}>Retrieve</button>}
      {may('clearConnection') && <button onClick={() => void actions.hangUp(phone, call)}>Hang up</button>}
    </li>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
