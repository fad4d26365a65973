import type { Random } from "./random.ts";

/** What a candidate is: a file that the text test lets pass. */
export interface CandidateKind {
  readonly name: string;
  /** Sites of the rule `replaced-scope` in it. */
  readonly rewrites: number;
  readonly unions: number;
  /** What the ast-grep rule matches: assignments to `this._scope` behind the error code, unions among them. */
  readonly matches: number;
  /** The extension, with the dot. */
  readonly extension: string;
  readonly text: (name: string) => string;
}

/** The extent of a tree's sites, as the makers of its files know it. */
export interface Planted {
  readonly candidates: number;
  readonly rewrites: number;
  readonly unions: number;
  readonly matches: number;
}

const QUIET = { rewrites: 0, unions: 0, matches: 0, extension: ".ts" } as const;

/** Every kind of candidate that is common: most of them are no site at all. */
export const CANDIDATES: readonly CandidateKind[] = [
  {
    name: "a transport that replaces the scope",
    ...QUIET,
    rewrites: 1,
    matches: 1,
    text: (name) => transport(name, "this._scope = scope;", ": RequestInit"),
  },
  {
    name: "the same in JavaScript",
    ...QUIET,
    rewrites: 1,
    matches: 1,
    extension: ".js",
    text: (name) => transport(name, "this._scope = scope;", ""),
  },
  {
    name: "a client that keeps the scope in a variable",
    ...QUIET,
    rewrites: 1,
    extension: ".mts",
    text: closure,
  },
  {
    name: "a transport that requests the union",
    ...QUIET,
    unions: 1,
    matches: 1,
    extension: ".tsx",
    text: (name) =>
      transport(
        name,
        'this._scope = [...new Set([...(this._scope ?? "").split(" "), ...scope.split(" ")])].join(" ").trim();',
        ": RequestInit",
      ),
  },
  { name: "a client that knows 401 only", ...QUIET, text: unauthorizedOnly },
  { name: "a server that refuses", ...QUIET, text: server },
  { name: "a table of messages", ...QUIET, text: messages },
  { name: "a comment", ...QUIET, text: remark },
];

/**
 * A candidate's text.
 *
 * @param filler a module's text that goes with it, so that candidates are as large as other files
 */
export function candidateText({ text }: CandidateKind, random: Random, filler: string): string {
  const name = `${random.pick(["Remote", "Session", "Gateway", "Upstream"])}${random.below(1_000_000)}`;
  return `${filler}\n${text(name)}`;
}

function transport(name: string, assignment: string, type: string): string {
  return `
import { auth as authorize${name}, extractWWWAuthenticateParams as params${name} } from "@modelcontextprotocol/sdk/client/auth.js";

export class ${name}Transport {
  constructor(url, options) {
    this._url = url;
    this._authProvider = options.authProvider;
    this._fetch = options.fetch ?? fetch;
  }

  async send(message, init${type} = {}) {
    const response = await this._fetch(this._url, { ...init, method: "POST", body: JSON.stringify(message) });
    if (!response.ok) {
      const text = await response.text().catch(() => null);
      if (response.status === 403 && this._authProvider) {
        const { resourceMetadataUrl, scope, error } = params${name}(response);
        if (error === "insufficient_scope") {
          const header = response.headers.get("WWW-Authenticate");
          if (this._lastUpscopingHeader === header) throw new Error("Server returned 403 after trying upscoping");
          if (scope) {
            ${assignment}
          }
          if (resourceMetadataUrl) this._resourceMetadataUrl = resourceMetadataUrl;
          this._lastUpscopingHeader = header ?? undefined;
          const result = await authorize${name}(this._authProvider, {
            serverUrl: this._url,
            resourceMetadataUrl: this._resourceMetadataUrl,
            scope: this._scope,
            fetchFn: this._fetch,
          });
          if (result !== "AUTHORIZED") throw new Error("Unauthorized");
          return this.send(message);
        }
      }
      throw new Error(\`Error POSTing to endpoint: \${text}\`);
    }
    this._lastUpscopingHeader = undefined;
    return response;
  }
}
`;
}

function closure(name: string): string {
  return `
export function create${name}(provider: any, url: string) {
  let requested: string | undefined;
  return async function call(body: string): Promise<Response> {
    const response = await fetch(url, { method: "POST", body });
    const challenge = response.headers.get("www-authenticate") ?? "";
    if (response.status === 403 && challenge.includes("insufficient_scope")) {
      const demanded = /scope="([^"]*)"/.exec(challenge)?.[1];
      requested = demanded;
      await provider.authorize({ url, scope: requested });
      return call(body);
    }
    return response;
  };
}
`;
}

function unauthorizedOnly(name: string): string {
  return `
export class ${name}Client {
  _scope?: string;
  _provider: any;

  async load(url: string): Promise<Response> {
    const response = await fetch(url);
    if (response.status === 401) {
      const challenge = response.headers.get("WWW-Authenticate") ?? "";
      this._scope = /scope="([^"]*)"/.exec(challenge)?.[1];
      await this._provider.authorize({ scope: this._scope });
      return this.load(url);
    }
    if (response.status === 403) throw new Error("Not allowed");
    return response;
  }
}
`;
}

function server(name: string): string {
  return `
export function require${name}(required: string[]) {
  return (request: any, response: any, next: () => void) => {
    const granted: string[] = request.auth?.scopes ?? [];
    if (required.every((scope) => granted.includes(scope))) return next();
    response.set("WWW-Authenticate", \`Bearer error="insufficient_scope", scope="\${required.join(" ")}"\`);
    response.status(403).json({ error: "insufficient_scope", scope: required.join(" ") });
  };
}
`;
}

function messages(name: string): string {
  return `
export const messagesOf${name} = {
  invalid_token: "The access token is expired or malformed.",
  insufficient_scope: "The token does not cover what you asked for.",
  invalid_client: "The client is not known.",
} as const;
`;
}

function remark(name: string): string {
  return `
/** A proxy passes refusals on: \`insufficient_scope\` is for the caller to answer. */
export function pass${name}(status: number): number {
  return status === 204 ? 200 : status;
}
`;
}
