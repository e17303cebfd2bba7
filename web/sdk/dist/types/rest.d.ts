/** Who a token speaks for. */
export interface Me {
    readonly userId: string;
    readonly name?: string;
    readonly tenant: string;
    readonly role: string;
    /** The user's own telephone. */
    readonly device?: string;
}
/** A token, and until when it is good. */
export interface Login {
    readonly accessToken: string;
    /** In milliseconds of this machine's clock. */
    readonly expiresAt: number;
}
/** Why a request came to nothing. */
export declare class ApiFailure extends Error {
    /** Unauthorized: the password or the token is not good. Busy: try later. Unreachable: nobody answered. */
    readonly kind: 'unauthorized' | 'busy' | 'unreachable' | 'server';
    readonly name = "ApiFailure";
    constructor(
    /** Unauthorized: the password or the token is not good. Busy: try later. Unreachable: nobody answered. */
    kind: 'unauthorized' | 'busy' | 'unreachable' | 'server', detail: string);
}
/** Changes a password into a token. Server is where the server is; '' is the page's own origin. */
export declare function login(server: string, userId: string, password: string): Promise<Login>;
/** Tells who a token speaks for, and what the server's clock says, in milliseconds; undefined if it does not. */
export declare function me(server: string, accessToken: string): Promise<{
    me: Me;
    serverTime: number | undefined;
}>;
