// A program of somebody else. It is compiled, and not run.
import { Client, type ErrorCode, type MakeCallResponse, actions, outcome } from '@cstahub/client';

const client = new Client({ url: 'https://pbx.example', token: () => Promise.resolve('…') });
const made: MakeCallResponse = await client.services.makeCall({
  callingDevice: '200',
  calledDirectoryNumber: '201',
});
const result = await outcome(client.invoke('HoldCall', { callToBeHeld: made.callingDevice }));
if (!result.ok && 'code' in result.error) {
  const code: ErrorCode = result.error.code;
  if (code === 'operation.invalidDeviceID') client.retryNow();
}
client.on('Delivered', (event) => event.alertingDevice.deviceIdentifier);
const phone = client.device('200');
for (const call of phone.calls) if (call.permitted.includes('answerCall')) await actions.answer(phone, call);

// @ts-expect-error there is no such service
await client.services.makeCoffee({});
// @ts-expect-error a call needs a number
await client.services.makeCall({ callingDevice: '200' });
