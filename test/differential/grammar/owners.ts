import type { Piece } from "./pieces.ts";

/** Whom a client belongs to: the expressions for the provider and the address of the server it speaks to. */
export interface Owner extends Piece {
  readonly parameters: string;
  readonly keeping: readonly string[];
  /** What `send` and a handler begin with. */
  readonly lead: readonly string[];
  readonly provider: string;
  readonly url: string;
  /** What the container's place is below, where each server has a record of its own. */
  readonly record?: string;
}

/** How many servers a client serves, and how it keeps them apart. */
export function ownersOf(servers: string, type: string): Owner {
  if (servers === "several, by record") {
    return {
      module: `interface Connection {\nprovider: ${type};\nurl: URL;\nrequested?: Kept;\n}`,
      fields: ["private readonly connections = new Map<string, Connection>();"],
      parameters: `providers: Map<string, ${type}>`,
      keeping: [
        "for (const [origin, provider] of providers) {",
        'this.connections.set(origin, { provider, url: new URL("/mcp", origin) });',
        "}",
      ],
      lead: [
        "const connection = this.connections.get(message.url.origin);",
        'if (!connection) throw new Error("no such server");',
      ],
      provider: "connection.provider",
      url: "connection.url",
      record: "connection",
    };
  }
  if (servers.startsWith("several")) {
    return {
      fields: [`private readonly providers: Map<string, ${type}>;`],
      parameters: `providers: Map<string, ${type}>`,
      keeping: ["this.providers = providers;"],
      lead: [
        "const provider = this.providers.get(message.url.origin);",
        'if (!provider) throw new Error("no such server");',
      ],
      provider: "provider",
      url: "message.url",
    };
  }
  return {
    fields: [`private readonly provider: ${type};`, "private readonly url: URL;"],
    parameters: `provider: ${type}, url: URL`,
    keeping: ["this.provider = provider;", "this.url = url;"],
    lead: [],
    provider: "this.provider",
    url: "this.url",
  };
}
