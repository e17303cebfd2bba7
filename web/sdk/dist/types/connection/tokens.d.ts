/** Says that there is no token any more, and that asking for one again is of no use: the user must log in. */
export declare class Unauthorized extends Error {
    readonly name = "Unauthorized";
}
/** Gives the token for the next connection. It may throw Unauthorized, or anything else to be asked again later. */
export type TokenProvider = () => string | Promise<string>;
/** Asks the provider for tokens, and remembers whether it had none. */
export declare class Tokens {
    private readonly provider;
    /** The provider has said that there is no token. */
    denied: boolean;
    constructor(provider: TokenProvider);
    readonly next: () => Promise<string>;
}
