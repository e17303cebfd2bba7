// Gives the page a telephone when its user has logged in; the buttons do the rest.
const server = 'http://127.0.0.1:8080';
const { Client, linkNumbers, loginProvider, me, useDevice } = cstahub;

const form = document.getElementById('login');
const phoneLine = document.getElementById('phone');

// The numbers in the notes become buttons, too.
linkNumbers(document.getElementById('notes'));

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { user, password } = Object.fromEntries(new FormData(form));
  try {
    const token = loginProvider(server, user, password);
    const { me: who } = await me(server, await token());
    const client = new Client({ url: server, token });
    const phone = client.device(who.device);
    phone.subscribe(() => {
      phoneLine.textContent =
        phone.sync === 'current' ? `Phone ${phone.number}, calls: ${phone.calls.length}` : 'Connecting …';
    });
    useDevice(phone);
    client.start();
    form.hidden = true;
  } catch (error) {
    phoneLine.textContent = `Not connected: ${error.message}`;
  }
});
