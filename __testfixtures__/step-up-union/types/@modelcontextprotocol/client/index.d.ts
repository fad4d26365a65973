import type { AuthOptions, AuthResult, OAuthClientProvider } from "../sdk/client/auth.js";

export type { AuthOptions, AuthResult, OAuthClientProvider } from "../sdk/client/auth.js";
export { extractWWWAuthenticateParams, UnauthorizedError } from "../sdk/client/auth.js";

/** What the transport takes: anything that can produce a token. */
export interface AuthProvider {
  token(): Promise<string | undefined>;
}

export declare function auth(
  provider: OAuthClientProvider,
  options: AuthOptions & { forceReauthorization?: boolean },
): Promise<AuthResult>;

export declare function computeScopeUnion(...scopes: Array<string | undefined>): string | undefined;

export declare function isStrictScopeSuperset(union: string | undefined, current: string | undefined): boolean;

/** Thrown for a 403 whose challenge says `insufficient_scope`. */
export declare class InsufficientScopeError extends Error {
  static isInstance(error: unknown): error is InsufficientScopeError;
  readonly requiredScope?: string;
}

export interface Client {
  callTool(call: { name: string; arguments: object }): Promise<unknown>;
}
