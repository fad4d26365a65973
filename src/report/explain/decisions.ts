import type { SinkKind, Site } from "../../model/site.ts";
import { SUPPRESSION_FORMS } from "../../model/suppression.ts";
import type { DecisionWords, Ways } from "../../rules/decision.ts";
import { DECISIONS } from "../../rules/decisions.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import { NO_TOKENS } from "../../rules/no-tokens.ts";
import { type CodePart, code, say } from "../../rules/sentence.ts";
import { shellWord } from "../shell-word.ts";
import type { Decision } from "./block.ts";
import { askedOf, doubtsOf } from "./doubts.ts";
import { BY_NPX, type FixCall } from "./fix-call.ts";

/**
 * What a person must decide before a site is settled, each with what to do on either answer. None but for reviews that
 * no comment suppresses: of others, all is decided.
 *
 * @param file the name under which reports show it, from the working folder
 * @param fix how `fix` is called
 */
export function decisionsOf(site: Site, file: string, fix: FixCall = BY_NPX): Decision[] {
  const { verdict, suppressed, reasons } = site;
  if (verdict !== "review" || suppressed) return [];
  const { granted } = reasons;
  const doubts = doubtsOf(site);
  const isAlone = doubts.length === 1;
  const then = isAlone ? say`; ${{ code: "fix" }} then makes the change` : [];
  const isShared = doubts.some(({ doubt }) => DOUBTS[doubt].ofStatusAlone !== undefined);
  const ways = { ...waysOf(site, file, fix), isAlone, isShared, then };
  const lacking = ways.hasChange && granted?.kind === "none" ? NO_TOKENS[granted.why].decision : undefined;
  // What to do is told once: a second question may not undo the first one's answer.
  const decisions = doubts.map(({ doubt, asked }, index) =>
    decisionOf(DECISIONS[doubt], { ...ways, ...asked, ...(index > 0 && { apply: AS_ABOVE }) }),
  );
  return [...decisions, ...(lacking ? [decisionOf(lacking, ways)] : [])].slice(0, MOST_DECISIONS);
}

const AS_ABOVE = say`do as answered above`;

/** More than these are more than one decides at once: what else is not proved, the page lists. */
const MOST_DECISIONS = 2;

const decisionOf = ({ question, yes, no }: DecisionWords, ways: Ways): Decision => ({
  question: question(ways),
  answers: [
    { answer: "yes", action: yes(ways) },
    { answer: "no", action: no(ways) },
  ],
});

const KEEPING: ReadonlySet<SinkKind> = new Set(["field", "variable", "property"]);

function waysOf(site: Site, file: string, { tool, options }: FixCall): Omit<Ways, "isAlone" | "isShared" | "then"> {
  const { rule, line, edits = [], reasons, helper } = site;
  const challenged = code(reasons.joined ?? reasons.challenged.text);
  const { granted, previous } = reasons;
  const parts = [
    ...(granted && granted.kind !== "none" ? [code(granted.text).code] : []),
    ...(granted && previous !== undefined ? [code(previous).code] : []),
  ];
  const written: CodePart = { code: `${helper ?? "unionScopes"}(${[...parts, challenged.code].join(", ")})` };
  // Names that the code does not have are no code.
  const union = parts.length > 0 ? say`${written}` : say`the granted, the previous and the challenged scope, joined`;
  const comment: CodePart = { code: `// ${SUPPRESSION_FORMS[0]} ${rule} -- <reason>` };
  const hasChange = edits.length > 0;
  const place = shellWord(`${file}:${line}`);
  const applying: CodePart = {
    code: [`${tool} fix`, ...options, `--apply-suggestion ${place}`].join(" "),
  };
  return {
    ...askedOf(site),
    challenged,
    hasChange,
    applyThen: hasChange ? say`apply the suggested change` : say`write ${union}`,
    apply: hasChange ? say`apply the suggested change: ${applying}` : say`write ${union}`,
    union,
    isKept: KEEPING.has(reasons.sink.kind),
    suppress: say`suppress it with ${comment} above line ${line}`,
    fix: (option) => {
      const others = options.filter((each) => nameOf(each) !== nameOf(option));
      return { code: [`${tool} fix`, ...others, option, shellWord(file)].join(" ") };
    },
  };
}

/** `--tokens` of `--tokens=omit`. */
const nameOf = (option: string): string => option.replace(/=.*/s, "");
