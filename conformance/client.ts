/**
 * The client that the official suite starts, with its server's URL as last argument. It drives the transport of the
 * package under test, without a `Client` above it, because the client classes of SDK v1 do not speak 2026-07-28.
 *
 * It prints one line of JSON, a {@link ClientOutcome}. Node must be able to strip types, so that no loader stands
 * between the suite and the code under test.
 */
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { MemoryProvider } from "./memory-provider.ts";
import { CLIENT_DEADLINE, type ClientOutcome, SUBJECT_VARIABLE } from "./protocol.ts";

interface Transport {
  onmessage?: (message: JSONRPCMessage) => void;
  start(): Promise<void>;
  send(message: JSONRPCMessage): Promise<void>;
  finishAuth(code: string): Promise<void>;
  setProtocolVersion(version: string): void;
  close(): Promise<void>;
}

interface SubjectModules {
  StreamableHTTPClientTransport: new (
    url: URL,
    options: { authProvider: MemoryProvider; fetch: typeof fetch },
  ) => Transport;
  UnauthorizedError: new () => Error;
}

/** More than any scenario allows: what bounds the retries must be the transport, not this client. */
const MOST_AUTHORIZATIONS = 10;

const serverUrl = process.argv[2];
const version = process.env.MCP_CONFORMANCE_PROTOCOL_VERSION;
const modules = process.env[SUBJECT_VARIABLE];
if (!serverUrl || !version || !modules) {
  throw new Error("client.ts is started by the official suite: run `npm run conformance`");
}

const provider = new MemoryProvider();
setTimeout(() => report(stopped(`no result after ${CLIENT_DEADLINE} ms`)), CLIENT_DEADLINE);
report(await run(JSON.parse(modules)));

function report(outcome: ClientOutcome): never {
  console.log(JSON.stringify(outcome));
  process.exit(outcome.kind === "completed" ? 0 : 1);
}

function stopped(error: string): ClientOutcome {
  return { kind: "stopped", requestedScopes: provider.requestedScopes, error };
}

async function run(urls: readonly string[]): Promise<ClientOutcome> {
  try {
    const subject: SubjectModules = Object.assign({}, ...(await Promise.all(urls.map((url) => import(url)))));
    await useTools(subject);
    return { kind: "completed", requestedScopes: provider.requestedScopes };
  } catch (error) {
    console.error(error);
    return stopped(String(error));
  }
}

/** Does what needs little permission, then what needs more. */
async function useTools(subject: SubjectModules): Promise<void> {
  const transport = new subject.StreamableHTTPClientTransport(new URL(String(serverUrl)), {
    authProvider: provider,
    fetch: fetchWithRoutingHeaders,
  });
  transport.setProtocolVersion(String(version));
  await transport.start();
  try {
    await request(subject, transport, "tools/list", {});
    await request(subject, transport, "tools/call", { name: "test-tool", arguments: {} });
  } finally {
    await transport.close();
  }
}

/** Sends a request, authorizing as often as the transport asks for it, and waits for the result. */
async function request(
  subject: SubjectModules,
  transport: Transport,
  method: string,
  params: Record<string, unknown>,
): Promise<void> {
  const id = crypto.randomUUID();
  const message = { jsonrpc: "2.0" as const, id, method, params: { ...params, _meta: requestMeta() } };
  const answered = new Promise<void>((resolve, reject) => {
    transport.onmessage = (answer) => {
      if (!("id" in answer) || answer.id !== id) return;
      if ("error" in answer) reject(new Error(`${method}: ${answer.error.message}`));
      else resolve();
    };
  });
  await Promise.all([answered, sendAuthorized(subject, transport, message)]);
}

async function sendAuthorized(subject: SubjectModules, transport: Transport, message: JSONRPCMessage): Promise<void> {
  for (;;) {
    try {
      return await transport.send(message);
    } catch (error) {
      if (!(error instanceof subject.UnauthorizedError)) throw error;
      if (provider.requestedScopes.length >= MOST_AUTHORIZATIONS) throw new Error("the transport kept authorizing");
      await transport.finishAuth(provider.takeCode());
    }
  }
}

/** What each stateless request of 2026-07-28 carries instead of an `initialize` handshake. */
function requestMeta(): Record<string, unknown> {
  return {
    "io.modelcontextprotocol/protocolVersion": version,
    "io.modelcontextprotocol/clientInfo": { name: "step-up-union-conformance-client", version: "1.0.0" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
}

/** 2026-07-28 repeats a request's method and name as headers, which these transports do not know of. */
function fetchWithRoutingHeaders(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  if (typeof init?.body === "string" && headers.get("content-type") === "application/json") {
    const { method, params } = JSON.parse(init.body) as { method?: string; params?: { name?: string } };
    if (method) headers.set("mcp-method", method);
    if (params?.name) headers.set("mcp-name", params.name);
  }
  return fetch(input, { ...init, headers });
}
