import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export declare const provider: OAuthClientProvider;
export declare const serverUrl: URL;
