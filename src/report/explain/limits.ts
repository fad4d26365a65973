import type { Site } from "../../model/site.ts";
import { NO_TOKENS } from "../../rules/no-tokens.ts";
import type { ReferenceId } from "../../rules/references.ts";
import { type CodePart, code, type Sentence, say } from "../../rules/sentence.ts";
import { SITE_RULES } from "../../rules/table.ts";

/** A case in which the migration does not help. */
interface Limit {
  readonly sentence: (data: LimitData) => Sentence;
  /** The paragraphs that it rests on. */
  readonly references: readonly ReferenceId[];
  /** Whether it is the same for all sites, so that a report tells it once. */
  readonly isGeneral?: true;
}

interface LimitData {
  readonly previous: CodePart | undefined;
  readonly lines: string;
  readonly sink: CodePart;
}

const LIMITS = {
  "scope-not-named": {
    sentence: ({ previous }) =>
      previous === undefined
        ? say`A client whose token response named no scope still asks for the challenged scope alone, where nothing but the tokens is kept.`
        : say`A client that holds no scope yet, and whose token response named none, still asks for the challenged scope alone.`,
    references: ["response"],
    isGeneral: true,
  },
  "nothing-remembered": {
    sentence: ({ previous }) =>
      previous === undefined
        ? say`The client keeps nothing that the union could be made with.`
        : say`As long as ${previous} is empty, the client still asks for the challenged scope alone.`,
    references: [],
  },
  "client-credentials": {
    sentence: () =>
      say`Under client_credentials, the SDK's v1 asks for the client metadata's scope, whatever ${{ code: "auth()" }} is given.`,
    references: [],
    isGeneral: true,
  },
  "narrowed-by-401": {
    sentence: ({ lines, sink }) =>
      say`A 401 in between (${lines}) still replaces ${sink}; ${{ code: "--on-401=union" }} joins on that line alone.`,
    references: [],
  },
} satisfies Record<string, Limit>;

/** The limits that a site's data speak for, but those that an advice tells. None for a union that is there. */
export function limitsOf({ verdict, rule, reasons, edits = [] }: Site): Limit[] {
  if (verdict === "already-union") return [];
  const { granted, previous, sink, isFilledAtFirst = false, authorization = [], unauthorized = [] } = reasons;
  const found: Limit[] = [];
  // What holds a scope from the beginning is always joined with one.
  const isNeverAlone = isFilledAtFirst && previous === sink.text;
  if (!isNeverAlone && granted && granted.kind !== "none") found.push(LIMITS["scope-not-named"]);
  if (!isNeverAlone && granted?.kind === "none" && (!NO_TOKENS[granted.why].isWhole || previous === undefined)) {
    // A review with a change asks for it.
    const isAsked = verdict === "review" && edits.length > 0 && NO_TOKENS[granted.why].decision !== undefined;
    if (!isAsked) found.push(LIMITS["nothing-remembered"]);
  }
  if (authorization.some(({ isSdk, sdkVersion }) => isSdk && sdkVersion !== 2))
    found.push(LIMITS["client-credentials"]);
  if (unauthorized.length > 0 && !SITE_RULES[rule].isOf401) found.push(LIMITS["narrowed-by-401"]);
  return found;
}

/**
 * The words for the limits of a site.
 *
 * @param which those that are the same for all sites, or those of this one; absent for all
 */
export function limitSentences(site: Site, which?: "general" | "own"): Sentence[] {
  const { previous, unauthorized = [], sink } = site.reasons;
  const data: LimitData = {
    previous: previous === undefined ? undefined : code(previous),
    lines: linesOf(unauthorized),
    sink: code(sink.text),
  };
  return limitsOf(site)
    .filter(({ isGeneral = false }) => which === undefined || isGeneral === (which === "general"))
    .map(({ sentence }) => sentence(data));
}

/** `line 3`, `lines 3 and 9`, `lines 3, 9 and 12`. */
export function linesOf(places: readonly { readonly line: number }[]): string {
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const last = String(lines.pop() ?? "");
  return lines.length === 0 ? `line ${last}` : `lines ${lines.join(", ")} and ${last}`;
}
