import type { SiteRuleId, Verdict } from "../../src/model/rule-ids.ts";

/** A piece of code about which the engine says less than a reader would. */
export interface KnownLimit {
  /** What the code does, as docs/limits.md names it. */
  readonly title: string;
  /** The code, as that page shows it: statements of the handler in `inHandler`, or with `alone` all of a file. */
  readonly code: string;
  readonly alone?: true;
  /** An import that the code needs. */
  readonly imports?: string;
  /** What the engine says today. */
  readonly today: "nothing" | `${Verdict} ${SiteRuleId}`;
}

/** Every known limit, in the order of that page. Whoever removes one moves its code to the fixtures. */
export const KNOWN_LIMITS: readonly KnownLimit[] = [
  {
    title: "A challenge that is looked for, and whose scope is kept without a look at whether it was found",
    code: 'const found = challenges.find((each) => each.error === "insufficient_scope"); this.scope = found?.scope;',
    today: "nothing",
  },
  {
    title: "Scopes that `flatMap` picks",
    code: 'const [needed] = challenges.flatMap((each) => each.error === "insufficient_scope" ? [each.scope] : []); if (needed) this.scope = needed;',
    today: "nothing",
  },
  {
    title: "A predicate of another file",
    imports: 'import { isInsufficientScope } from "./predicates.js";',
    code: "if (isInsufficientScope(challenge)) this.scope = scope;",
    today: "nothing",
  },
  {
    title: "A constant of another file",
    imports: 'import { NEEDS_MORE } from "./constants.js";',
    code: "if (error === NEEDS_MORE) this.scope = scope;",
    today: "nothing",
  },
  {
    title: "The same, where its name says what it is",
    imports: 'import { INSUFFICIENT_SCOPE } from "./constants.js";',
    code: "if (error === INSUFFICIENT_SCOPE) this.scope = scope;",
    today: "review unproven-step-up",
  },
  {
    title: "An error class of another file, of which only the name says what it is",
    imports: 'import { InsufficientScopeError } from "./errors.js";',
    code: "if (challenge instanceof InsufficientScopeError) this.scope = challenge.scope;",
    today: "rewrite replaced-scope",
  },
  {
    title: "A handler that only other files call",
    code: "export async function stepUp(client, scope) { client.scope = scope; await auth(client.provider, { scope: client.scope }); }",
    alone: true,
    today: "nothing",
  },
  {
    title: "A handler kept or registered under the error code, whose scope other code asks for",
    code: "const handlers = { insufficient_scope: (client, challenge) => { client.scope = challenge.scope; } };",
    alone: true,
    today: "nothing",
  },
  {
    title: "An error code of which more than the underscore is escaped, or whose parts stand apart",
    code: 'if (error === "insufficient_sc\\x6fpe") this.scope = scope;',
    today: "nothing",
  },
  {
    title: "An object that gets the scope along with others, and that other files ask for",
    code: 'if (error === "insufficient_scope") Object.assign(this.session, { scope });',
    today: "nothing",
  },
  {
    title: "The state of a component",
    code: 'if (error === "insufficient_scope") this.setState((state) => ({ ...state, scope }));',
    today: "nothing",
  },
  {
    title: "An entry of a `Map` that other files ask for",
    code: 'if (error === "insufficient_scope") this.scopes.set(this.url, scope);',
    today: "nothing",
  },
  {
    title: "An address without any other parameter of a request before the scope",
    code: 'if (error === "insufficient_scope") open(new URL(`$' + "{authorizeUrl}?scope=$" + "{scope}`));",
    today: "nothing",
  },
  {
    title: "A request body, put together as text, that begins with the scope",
    code: 'if (error === "insufficient_scope") await fetch(tokenUrl, { method: "POST", body: `scope=$' + "{scope}` });",
    today: "nothing",
  },
  {
    title: "A scope that is returned by itself, to callers of other files",
    code: 'if (error === "insufficient_scope") return challenge.scope;',
    today: "nothing",
  },
  {
    title: "A scope that an event or a message carries to another handler",
    code: 'if (error === "insufficient_scope") this.emit("forbidden", scope);',
    today: "nothing",
  },
  {
    title: "A record of state that a reducer makes anew",
    code: 'if (error === "insufficient_scope") { const next = { ...this.state, scope }; return [next, this.url]; }',
    today: "nothing",
  },
  {
    title: "A field by another name, whose request is not seen",
    code: 'if (error === "insufficient_scope") this.wanted = scope;',
    today: "nothing",
  },
  {
    title: "A test by `Object.is`, by `in` or by a table of codes",
    code: 'if (Object.is(error, "insufficient_scope")) this.scope = scope;',
    today: "nothing",
  },
  {
    title: "Options under a second name, or with a getter",
    code: 'if (error === "insufficient_scope") { const made = { serverUrl: this.url, scope }; const given = made; await auth(this.provider, given); }',
    today: "nothing",
  },
  {
    title: "Scopes that are joined as the keys of a record",
    code: 'if (error === "insufficient_scope" && scope) this.scope = Object.keys({ [this.scope]: 1, [scope]: 1 }).join(" ");',
    today: "nothing",
  },
  {
    title: "A `switch` over `!0`, as minifiers write `true`",
    code: 'switch (!0) { case error === "insufficient_scope": this.scope = scope; }',
    today: "nothing",
  },
  {
    title: "A module's record, of which another function makes an address",
    imports:
      'const settings = { url: "/authorize" }; export const address = () => settings.url + "?scope=" + settings.scope;',
    code: 'if (error === "insufficient_scope") settings.scope = scope;',
    today: "nothing",
  },
  {
    title: "A helper that only seems to join, and is of another file or made by another function",
    imports: 'import { combine } from "./scopes.js";',
    code: 'if (error === "insufficient_scope") this.scope = combine(this.scope, scope);',
    today: "already-union union-kept",
  },
  {
    title: "A part that is replaced by `arguments[0] = …`, or as an entry with which a `Map` was made",
    code: 'function join(one, other) { arguments[0] = other; return [one, other].join(" "); } if (error === "insufficient_scope") this.scope = join(this.scope, scope);',
    today: "already-union union-kept",
  },
  {
    title: "A machine's action that stands beside its guard, as another argument",
    code: 'transition("refused", "consent", guard((_, { error }) => error.code === "insufficient_scope"), reduce((state, { error }) => ({ ...state, scope: error.scope })));',
    today: "nothing",
    alone: true,
  },
];

/** A file with one handler around some statements, which then asks for `this.scope`. */
export function inHandler(statements: string, imports = ""): string {
  return `import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
${imports}
export class Client {
  async onRefused(response) {
    const challenges = parseChallenges(response.headers.get("www-authenticate"));
    const [challenge] = challenges;
    const { error, scope } = challenge;
    ${statements}
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
`;
}

/** The file in which a limit shows. */
export function fileOf({ code, imports, alone }: KnownLimit): string {
  return alone ? `${code}\n` : inHandler(code, imports);
}
