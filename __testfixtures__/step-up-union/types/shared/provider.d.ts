import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export declare function createProvider(serverUrl?: string | URL): OAuthClientProvider;
