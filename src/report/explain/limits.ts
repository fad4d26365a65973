import type { Site } from "../../model/site.ts";
import { requestedWithoutMemory } from "./example.ts";
import { type CodePart, code, type Sentence, say } from "./sentence.ts";
import type { ReferenceId } from "./specification.ts";

/** Where the migration does not help: the cases, each with the words for it. */
const LIMITS = {
  "scope-not-named": ({ granted, requested, previous }) =>
    previous === undefined
      ? say`The token response named no scope: ${granted} is empty, and a client that holds ${HELD} asks for ${requested} alone.`
      : say`The token response named no scope and the client is new: ${granted} and ${previous} are empty, and a client that holds ${HELD} asks for ${requested} alone.`,
  "nothing-remembered": ({ requested, previous }) =>
    previous === undefined
      ? say`The client keeps nothing that the union could be made with.`
      : say`The client is new: ${previous} is empty, the tokens are not looked at, and a client that holds ${HELD} asks for ${requested} alone.`,
  refresh: ({ callees }) =>
    say`A refresh token is stored: ${callees} refreshes first, and the retry meets the same 403.`,
  "client-credentials": () => say`The grant is client_credentials: version 1 of the SDK passes no scope for it.`,
  "narrowed-by-401": ({ lines, sink }) =>
    say`A 401 comes between two step-ups: ${lines} gives ${sink} the scope of the 401 alone.`,
} satisfies Record<string, (data: LimitData) => Sentence>;

/** What a client holds in the sentences above. */
const HELD = code("read write");

interface LimitData {
  readonly granted: CodePart;
  readonly previous: CodePart | undefined;
  readonly requested: CodePart;
  readonly callees: CodePart;
  readonly lines: string;
  readonly sink: CodePart;
}

export type LimitId = keyof typeof LIMITS;

/** The references that belong to a limit. */
export const LIMIT_REFERENCES = {
  "scope-not-named": "response",
  "nothing-remembered": undefined,
  refresh: "refresh",
  "client-credentials": undefined,
  "narrowed-by-401": undefined,
} satisfies Record<LimitId, ReferenceId | undefined>;

/** The limits that a site's data speak for. None for a union that is there: nothing is known of how it is made. */
export function limitsOf({ verdict, rule, reasons, advice }: Site): LimitId[] {
  if (verdict === "already-union") return [];
  const { granted, previous, authorization = [], unauthorized = [] } = reasons;
  const found: LimitId[] = [];
  if (granted && granted.kind !== "none") found.push("scope-not-named");
  if (granted?.kind === "none" && (granted.why !== "unauthorized" || previous === undefined)) {
    found.push("nothing-remembered");
  }
  if (advice.some((each) => each.rule === "refresh-cannot-widen")) found.push("refresh");
  if (authorization.some(({ isSdk }) => isSdk)) found.push("client-credentials");
  if (unauthorized.length > 0 && rule !== "replaced-scope-401") found.push("narrowed-by-401");
  return found;
}

/** The words for the limits of a site. */
export function limitSentences(site: Site, limits: readonly LimitId[]): Sentence[] {
  const { granted, previous, authorization = [], unauthorized = [], sink } = site.reasons;
  const callee = authorization.find(({ isSdk }) => isSdk)?.callee;
  const data: LimitData = {
    granted: code(granted && granted.kind !== "none" ? granted.text : ""),
    previous: previous === undefined ? undefined : code(previous),
    requested: code(requestedWithoutMemory(site)),
    callees: code(callee === undefined ? "auth()" : `${callee}()`),
    lines: linesOf(unauthorized),
    sink: code(sink.text),
  };
  return limits.map((limit) => LIMITS[limit](data));
}

/** `line 3`, `lines 3 and 9`, `lines 3, 9 and 12`. */
export function linesOf(places: readonly { readonly line: number }[]): string {
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const last = String(lines.pop() ?? "");
  return lines.length === 0 ? `line ${last}` : `lines ${lines.join(", ")} and ${last}`;
}
