import type { Piece, Table } from "./pieces.ts";

/** Who a client asks for tokens, and how it starts an authorization. */
export interface Provider extends Piece {
  readonly type: string;
  /** The module and the name of the authorization function. */
  readonly auth: { readonly name: string; readonly from: string };
  /** Which provider the surroundings hand to the client. */
  readonly given: "provider" | "name" | "tokens of a user" | "list of scopes" | "scope as a list";
  /** Whether the granted scope can be read from it. */
  readonly knowsGranted: boolean;
}

const SDK = { name: "auth", from: "@modelcontextprotocol/sdk/client/auth.js" };
const OTHER = { name: "auth", from: "./login.js" };

export const PROVIDERS: Table<Provider> = {
  typed: { type: "OAuthClientProvider", auth: SDK, given: "provider", knowsGranted: true },
  untyped: { type: "any", auth: SDK, given: "provider", knowsGranted: true },
  "own interface": {
    type: "Tokens",
    module: "interface Tokens {\ntokens(): Promise<{ access_token: string; scope?: string } | undefined>;\n}",
    auth: { name: "login", from: "./login.js" },
    given: "provider",
    knowsGranted: true,
  },
  "name of a provider": { type: "string", auth: OTHER, given: "name", knowsGranted: false },
  "name of a provider, other function": {
    type: "string",
    auth: { name: "login", from: "./login.js" },
    given: "name",
    knowsGranted: false,
  },
  "tokens of a user": {
    type: "Accounts",
    module:
      "interface Accounts {\ntokens(user: string): Promise<{ access_token: string; scope?: string } | undefined>;\n}",
    auth: OTHER,
    given: "tokens of a user",
    knowsGranted: false,
  },
  "list of scopes": {
    type: "Lists",
    module: "interface Lists {\ntokens(): Promise<{ access_token: string; scopes: string[] } | undefined>;\n}",
    auth: OTHER,
    given: "list of scopes",
    knowsGranted: false,
  },
  "scope as a list": {
    type: "Lists",
    module: "interface Lists {\ntokens(): Promise<{ access_token: string; scope: string[] } | undefined>;\n}",
    auth: OTHER,
    given: "scope as a list",
    knowsGranted: false,
  },
};

/** How a scope is written. */
export interface Form {
  readonly type: string;
  readonly separator: string;
  /** The value that is kept of the challenged scope, and the text that is asked for of what is kept. */
  readonly keep: (scope: string) => string;
  readonly ask: (kept: string) => string;
}

export const FORMS: Table<Form> = {
  text: { type: "string | undefined", separator: " ", keep: (scope) => scope, ask: (kept) => kept },
  list: {
    type: "string[] | undefined",
    separator: " ",
    keep: (scope) => `${scope}?.split(" ")`,
    ask: (kept) => `${kept}?.join(" ")`,
  },
  set: {
    type: "Set<string> | undefined",
    separator: " ",
    keep: (scope) => `new Set(${scope}?.split(" "))`,
    ask: (kept) => `[...(${kept} ?? [])].join(" ")`,
  },
  "joined by +": {
    type: "string | undefined",
    separator: "+",
    keep: (scope) => `${scope}?.replaceAll(" ", "+")`,
    ask: (kept) => kept,
  },
};

/** How the scope gets into the authorization's options; `$` are those besides the scope. */
export const SINKS: Table<(auth: string, provider: string, options: string, scope: string) => readonly string[]> = {
  member: (auth, provider, options, scope) => [
    `const result = await ${auth}(${provider}, { ${options}, scope: ${scope} });`,
  ],
  "own record": (auth, provider, options, scope) => [
    `const options = { ${options}, scope: ${scope} };`,
    `const result = await ${auth}(${provider}, options);`,
  ],
  "written member": (auth, provider, options, scope) => [
    `const options: { serverUrl: URL; scope?: string } = { ${options} };`,
    `options.scope = ${scope};`,
    `const result = await ${auth}(${provider}, options);`,
  ],
  spread: (auth, provider, options, scope) => [
    `const base = { ${options} };`,
    `const result = await ${auth}(${provider}, { ...base, scope: ${scope} });`,
  ],
  chained: (auth, provider, options, scope) => [
    `const result = await ${auth}(${provider}, { ${options}, scope: ${scope} }).then((value) => value);`,
  ],
};
