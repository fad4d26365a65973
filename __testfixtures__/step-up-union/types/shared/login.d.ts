/** Opens the authorization page and resolves when the user is done. */
export declare function login(options: { issuer: string; scope?: string; prompt?: "consent" }): Promise<void>;

/** The same, for authorization servers that want a scope. */
export declare function loginWithScope(scope: string): Promise<void>;
