import type {
  AuthorizationServerMetadata,
  OAuthClientInformation,
  OAuthClientMetadata,
  OAuthTokens,
} from "../shared/auth.js";
import type { FetchLike } from "../shared/transport.js";

export type AuthResult = "AUTHORIZED" | "REDIRECT";

export interface OAuthClientProvider {
  get redirectUrl(): string | URL | undefined;
  get clientMetadata(): OAuthClientMetadata;
  clientInformation(): OAuthClientInformation | undefined | Promise<OAuthClientInformation | undefined>;
  tokens(): OAuthTokens | undefined | Promise<OAuthTokens | undefined>;
  saveTokens(tokens: OAuthTokens): void | Promise<void>;
  redirectToAuthorization(authorizationUrl: URL): void | Promise<void>;
  saveCodeVerifier(codeVerifier: string): void | Promise<void>;
  codeVerifier(): string | Promise<string>;
  invalidateCredentials?(scope: "all" | "client" | "tokens" | "verifier"): void | Promise<void>;
  prepareTokenRequest?(scope?: string): URLSearchParams | undefined | Promise<URLSearchParams | undefined>;
}

export declare class UnauthorizedError extends Error {
  constructor(message?: string);
}

export interface AuthOptions {
  serverUrl: string | URL;
  authorizationCode?: string;
  scope?: string;
  resourceMetadataUrl?: URL;
  fetchFn?: FetchLike;
}

export declare function auth(provider: OAuthClientProvider, options: AuthOptions): Promise<AuthResult>;

export declare function extractWWWAuthenticateParams(response: Response): {
  resourceMetadataUrl?: URL;
  scope?: string;
  error?: string;
};

export declare function startAuthorization(
  authorizationServerUrl: string | URL,
  options: {
    metadata?: AuthorizationServerMetadata;
    clientInformation: OAuthClientInformation;
    redirectUrl: string | URL;
    scope?: string;
  },
): Promise<{ authorizationUrl: URL; codeVerifier: string }>;
