import type { SiteRuleId, Verdict } from "../../src/model/rules.ts";

/** A piece of code about which the engine says less than a reader would. */
export interface KnownLimit {
  /** What the code does, as README names it. */
  readonly title: string;
  /** The code, as README shows it: statements of the handler in `inHandler`, or with `alone` all of a file. */
  readonly code: string;
  readonly alone?: true;
  /** An import that the code needs. */
  readonly imports?: string;
  /** What the engine says today. */
  readonly today: "nothing" | `${Verdict} ${SiteRuleId}`;
}

/** Every known limit, in the order of README's list. Whoever removes one moves its code to the fixtures. */
export const KNOWN_LIMITS: readonly KnownLimit[] = [
  {
    title: "A flag that a loop sets for the code after it",
    code: 'let stepUp = false; for (const each of challenges) if (each.error === "insufficient_scope") stepUp = true; if (stepUp) this.scope = scope;',
    today: "nothing",
  },
  {
    title: "A field that holds the comparison, read after other code ran",
    code: 'this.stepUp = error === "insufficient_scope"; await this.settle(); if (this.stepUp) this.scope = scope;',
    today: "nothing",
  },
  {
    title: "Challenges that `filter` picks",
    code: 'const [found] = challenges.filter((each) => each.error === "insufficient_scope"); if (found) this.scope = found.scope;',
    today: "nothing",
  },
  {
    title: "Evidence and scope from different awaited calls",
    code: 'const { code } = await readError(response); const { wanted } = await readScope(response); if (code === "insufficient_scope") this.scope = wanted;',
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
    title: "A handler that only other files call",
    code: "export async function stepUp(client, scope) { client.scope = scope; await auth(client.provider, { scope: client.scope }); }",
    alone: true,
    today: "nothing",
  },
  {
    title: "A handler chosen by the error code from a table, or registered for it",
    code: "const handlers = { insufficient_scope: (client, challenge) => { client.scope = challenge.scope; } };",
    alone: true,
    today: "nothing",
  },
  {
    title: "An error code that is put together, or written with escapes",
    code: 'if (error === "insufficient" + "_scope") this.scope = scope;',
    today: "nothing",
  },
  {
    title: "An entry of a `Map`",
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
    title: "A retry guard in the same negated test as the evidence, and its mark after it",
    code: 'if (error !== "insufficient_scope" || this.done) throw new Error("forbidden"); this.done = true; this.scope = scope;',
    today: "review unfit-sink",
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
    title: "A list of scopes from which one is picked",
    code: 'if (error === "insufficient_scope") this.scope = [this.scope, scope].pop();',
    today: "already-union union-kept",
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
