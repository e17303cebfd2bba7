/** Says that there is no token any more, and that asking for one again is of no use: the user must log in. */
export class Unauthorized extends Error {
  override readonly name = 'Unauthorized';
}

/** Gives the token for the next connection. It may throw Unauthorized, or anything else to be asked again later. */
export type TokenProvider = () => string | Promise<string>;

/** Asks the provider for tokens, and remembers why it had none. */
export class Tokens {
  /** What the provider has thrown, when it was last asked. */
  failure: unknown;

  constructor(private readonly provider: TokenProvider) {}

  /** The provider has said that there is no token. */
  get denied(): boolean {
    return this.failure instanceof Unauthorized;
  }

  readonly next = async (): Promise<string> => {
    this.failure = undefined;
    try {
      return await this.provider();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  };
}
