/** Says that there is no token any more, and that asking for one again is of no use: the user must log in. */
export class Unauthorized extends Error {
  override readonly name = 'Unauthorized';
}

/** Gives the token for the next connection. It may throw Unauthorized, or anything else to be asked again later. */
export type TokenProvider = () => string | Promise<string>;

/** Asks the provider for tokens, and remembers whether it had none. */
export class Tokens {
  /** The provider has said that there is no token. */
  denied = false;

  constructor(private readonly provider: TokenProvider) {}

  readonly next = async (): Promise<string> => {
    this.denied = false;
    try {
      return await this.provider();
    } catch (error) {
      this.denied = error instanceof Unauthorized;
      throw error;
    }
  };
}
