import { pathToFileURL } from "node:url";

/** What three requests came to that met the same challenge at once. */
export interface ConcurrentStepUps {
  /** The scope of each authorization that was started; `null` where it named none. */
  readonly requestedScopes: readonly (string | null)[];
  /** How each request ended: the message of its error. */
  readonly endings: readonly string[];
}

/** The scope of the tokens in the store. */
export const GRANTED_SCOPE = "read write";

/** The scope that the 403s ask for. */
export const CHALLENGED_SCOPE = "admin";

const SERVER = "https://mcp.invalid";
const AUTHORIZATION_SERVER = "https://auth.invalid";

/** How long the store takes to read the tokens, in milliseconds: one that answers at once hides a lost guard. */
const STORE_DELAY = 20;

interface Transport {
  start(): Promise<void>;
  send(message: unknown): Promise<void>;
}

interface TransportModule {
  StreamableHTTPClientTransport: new (url: URL, options: { authProvider: unknown; fetch: typeof fetch }) => Transport;
}

/**
 * Sends three requests at once with the transport of a module, all of which are answered by the same 403. Nothing
 * leaves the process: the transport gets a `fetch` that makes up its answers.
 *
 * @param path a built module that exports `StreamableHTTPClientTransport`, of the SDK or of the v2 client
 */
export async function sendConcurrently(path: string): Promise<ConcurrentStepUps> {
  const { StreamableHTTPClientTransport }: TransportModule = await import(pathToFileURL(path).href);
  const requestedScopes: (string | null)[] = [];
  const transport = new StreamableHTTPClientTransport(new URL("/mcp", SERVER), {
    authProvider: slowProvider((url) => requestedScopes.push(url.searchParams.get("scope"))),
    fetch: async (input) => answer(new URL(input instanceof Request ? input.url : input)),
  });
  await transport.start();
  const sent = await Promise.allSettled(
    [1, 2, 3].map((id) => transport.send({ jsonrpc: "2.0", id, method: "tools/list" })),
  );
  const endings = sent.map((result) => (result.status === "rejected" ? messageOf(result.reason) : "sent"));
  return { requestedScopes, endings: endings.sort() };
}

/** An OAuth provider with a registered client and granted tokens, whose store is slow. */
function slowProvider(onAuthorization: (url: URL) => void) {
  const read = async <Value>(value: Value) => {
    await new Promise((resolve) => setTimeout(resolve, STORE_DELAY));
    return value;
  };
  let verifier = "";
  return {
    redirectUrl: "https://client.invalid/callback",
    clientMetadata: { client_name: "test", redirect_uris: ["https://client.invalid/callback"] },
    clientInformation: () => ({ client_id: "test", redirect_uris: ["https://client.invalid/callback"] }),
    saveClientInformation: () => undefined,
    tokens: () => read({ access_token: "narrow", token_type: "Bearer", scope: GRANTED_SCOPE }),
    saveTokens: () => undefined,
    saveCodeVerifier: (value: string) => {
      verifier = value;
    },
    codeVerifier: () => verifier,
    redirectToAuthorization: onAuthorization,
  };
}

function answer({ origin, pathname }: URL): Response {
  if (origin === SERVER && pathname === "/mcp") {
    const challenge = `Bearer error="insufficient_scope", scope="${CHALLENGED_SCOPE}"`;
    return new Response("", { status: 403, headers: { "WWW-Authenticate": challenge } });
  }
  if (origin === SERVER && pathname.startsWith("/.well-known/oauth-protected-resource")) {
    return Response.json({ resource: `${SERVER}/mcp`, authorization_servers: [AUTHORIZATION_SERVER] });
  }
  if (origin === AUTHORIZATION_SERVER && pathname === "/.well-known/oauth-authorization-server") {
    return Response.json({
      issuer: AUTHORIZATION_SERVER,
      authorization_endpoint: `${AUTHORIZATION_SERVER}/authorize`,
      token_endpoint: `${AUTHORIZATION_SERVER}/token`,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none"],
    });
  }
  return new Response("", { status: 404 });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
