import type { Site } from "../../model/site.ts";
import { NO_TOKENS } from "../../rules/no-tokens.ts";
import type { ReferenceId } from "../../rules/references.ts";
import { type CodePart, code, type Sentence, say } from "../../rules/sentence.ts";
import { ADVICE_RULES, SITE_RULES } from "../../rules/table.ts";
import { requestedWithoutMemory } from "./example.ts";

/** A case in which the migration does not help. */
interface Limit {
  readonly sentence: (data: LimitData) => Sentence;
  /** The paragraphs that it rests on. */
  readonly references: readonly ReferenceId[];
}

interface LimitData {
  readonly granted: CodePart;
  readonly previous: CodePart | undefined;
  readonly requested: CodePart;
  readonly callee: CodePart;
  readonly lines: string;
  readonly sink: CodePart;
}

/** What a client holds in the sentences below. */
const HELD = code("read write");

/** Those that are not what an advice is about. */
const LIMITS = {
  "scope-not-named": {
    sentence: ({ granted, requested, previous }) =>
      previous === undefined
        ? say`The token response named no scope: ${granted} is empty, and a client that holds ${HELD} asks for ${requested} alone.`
        : say`The token response named no scope and the client is new: ${granted} and ${previous} are empty, and a client that holds ${HELD} asks for ${requested} alone.`,
    references: ["response"],
  },
  "nothing-remembered": {
    sentence: ({ requested, previous }) =>
      previous === undefined
        ? say`The client keeps nothing that the union could be made with.`
        : say`The client is new: ${previous} is empty, the tokens are not looked at, and a client that holds ${HELD} asks for ${requested} alone.`,
    references: [],
  },
  "client-credentials": {
    sentence: () => say`The grant is client_credentials: version 1 of the SDK passes no scope for it.`,
    references: [],
  },
  "narrowed-by-401": {
    sentence: ({ lines, sink }) =>
      say`A 401 comes between two step-ups: ${lines} gives ${sink} the scope of the 401 alone.`,
    references: [],
  },
} satisfies Record<string, Limit>;

/** The limits that a site's data speak for. None for a union that is there: nothing is known of how it is made. */
export function limitsOf({ verdict, rule, reasons, advice }: Site): Limit[] {
  if (verdict === "already-union") return [];
  const { granted, previous, authorization = [], unauthorized = [] } = reasons;
  const found: Limit[] = [];
  if (granted && granted.kind !== "none") found.push(LIMITS["scope-not-named"]);
  if (granted?.kind === "none" && (!NO_TOKENS[granted.why].isWhole || previous === undefined)) {
    found.push(LIMITS["nothing-remembered"]);
  }
  for (const each of advice) {
    const { limit, references = [] } = ADVICE_RULES[each.rule];
    if (limit) found.push({ sentence: ({ callee }) => limit(callee), references });
  }
  if (authorization.some(({ isSdk }) => isSdk)) found.push(LIMITS["client-credentials"]);
  if (unauthorized.length > 0 && !SITE_RULES[rule].isOf401) found.push(LIMITS["narrowed-by-401"]);
  return found;
}

/** The words for the limits of a site. */
export function limitSentences(site: Site): Sentence[] {
  const { granted, previous, authorization = [], unauthorized = [], sink } = site.reasons;
  const callee = authorization.find(({ isSdk }) => isSdk)?.callee;
  const data: LimitData = {
    granted: code(granted && granted.kind !== "none" ? granted.text : ""),
    previous: previous === undefined ? undefined : code(previous),
    requested: code(requestedWithoutMemory(site)),
    callee: code(callee === undefined ? "auth()" : `${callee}()`),
    lines: linesOf(unauthorized),
    sink: code(sink.text),
  };
  return limitsOf(site).map(({ sentence }) => sentence(data));
}

/** `line 3`, `lines 3 and 9`, `lines 3, 9 and 12`. */
export function linesOf(places: readonly { readonly line: number }[]): string {
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const last = String(lines.pop() ?? "");
  return lines.length === 0 ? `line ${last}` : `lines ${lines.join(", ")} and ${last}`;
}
