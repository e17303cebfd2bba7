import { type Browser, type BrowserContext, type Page } from 'playwright-core';

/** What the browser complains about when the server is away: its own words for a connection that fails. */
export const serverAway = /WebSocket connection .* failed|net::ERR_(CONNECTION|SOCKET|EMPTY|INTERNET)/;

/** A tab of the browser with the web app in it, in a context of its own unless it is given one. */
export class Tab {
  /** What the browser complained about, such as an exception or a violation of the page's policy. */
  private readonly complaints: string[] = [];
  private readonly expected: RegExp[] = [];

  private constructor(
    readonly page: Page,
    private readonly origin: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        this.complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
  }

  static async open(browser: Browser, origin: string, context?: BrowserContext): Promise<Tab> {
    const own = context ?? (await browser.newContext({ reducedMotion: 'reduce' }));
    const tab = new Tab(await own.newPage(), origin);
    tab.page.setDefaultTimeout(10_000);
    await tab.page.setViewportSize({ width: 1440, height: 900 });
    return tab;
  }

  /** Takes over a tab that the page has opened itself. */
  static of(page: Page, origin: string): Tab {
    page.setDefaultTimeout(10_000);
    return new Tab(page, origin);
  }

  /** Goes to the page. */
  async visit(): Promise<this> {
    await this.page.goto(this.origin);
    return this;
  }

  /** Goes to the page, logs in, and waits until the telephone is there. */
  async logIn(user: string, password = 'demo'): Promise<this> {
    await this.visit();
    await this.enter(user, password);
    await this.ready();
    return this;
  }

  /** Fills in the login and sends it. */
  async enter(user: string, password = 'demo'): Promise<void> {
    await this.page.getByLabel('User').fill(user);
    await this.page.getByLabel('Password').fill(password);
    await this.page.getByRole('button', { name: 'Log in' }).click();
  }

  /** Waits until the telephone is watched. */
  async ready(): Promise<void> {
    await this.page.locator('hub-phone-display[ready]').waitFor();
    await this.page.getByText('Server: Connected').waitFor();
  }

  get number() {
    return this.page.getByRole('combobox', { name: 'Number', exact: true });
  }

  /** Calls a number. */
  async dial(number: string): Promise<void> {
    await this.number.fill(number);
    await this.number.press('Enter');
  }

  /** Presses a call's button, such as "Hold". Whose call it is must be said where there are several. */
  async press(action: string, who = ''): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${action}: .*${who}`) }).click();
  }

  /** Sends a call to a number, in the way that the button says. */
  async sendTo(number: string, way: string, who = ''): Promise<void> {
    await this.press('Pass on', who);
    await this.page.getByRole('combobox', { name: 'To number' }).fill(number);
    await this.page.getByRole('button', { name: way, exact: true }).click();
  }

  /** The calls as the page shows them, such as "Bob Berg 201: Talking [Hold, Hang up]". */
  calls(): Promise<string[]> {
    return this.page.locator('hub-call-card article').evaluateAll((cards) =>
      cards.map((card) => {
        const text = (selector: string) =>
          (card.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
        const buttons = [...card.querySelectorAll('button:not([data-opens])')].map((b) =>
          (b as HTMLElement).innerText.trim(),
        );
        return `${text('h3')}: ${text('[data-role=state]')} [${buttons.join(', ')}]`;
      }),
    );
  }

  /** The ended calls as the page shows them, such as "Bob Berg: Rejected". */
  ended(): Promise<string[]> {
    return this.page
      .locator('hub-ended-list li')
      .evaluateAll((items) =>
        items.map((item) => ['.name', '.outcome'].map((c) => item.querySelector(c)?.textContent).join(': ')),
      );
  }

  /** The names of the messages in the list of events, newest first; opens the list. */
  async events(): Promise<string[]> {
    const opener = this.page.getByRole('button', { name: 'Events', exact: true });
    if ((await opener.getAttribute('aria-expanded')) === 'false') await opener.click();
    return this.page.locator('hub-message-list .name').allTextContents();
  }

  /** What the display of the telephone says it is doing. */
  async display(): Promise<string> {
    return (await this.page.locator('hub-phone-display .state').textContent()) ?? '';
  }

  /** What the display says about the calls that do not ring here. */
  async notes(): Promise<string> {
    return (await this.page.locator('hub-phone-display .notes').textContent()) ?? '';
  }

  /** What a screen reader was told last: at once, and when it had time. */
  async said(): Promise<{ urgent: string; polite: string }> {
    const [urgent = '', polite = ''] = await this.page.locator('hub-live-announcer div').allTextContents();
    return { urgent, polite };
  }

  /** Says that the browser will complain about something, such as a server that the test ends. */
  expectComplaint(what: RegExp): void {
    this.expected.push(what);
  }

  /** Closes the tab, and gives what the browser complained about and should not have. */
  async close(): Promise<string[]> {
    await this.page.context().close();
    return this.complained();
  }

  /** What the browser complained about so far and should not have. */
  complained(): string[] {
    return this.complaints.filter((text) => !this.expected.some((what) => what.test(text)));
  }
}
