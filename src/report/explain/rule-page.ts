import type { RuleId } from "../../model/rule-ids.ts";
import { SUPPRESSION_FORMS } from "../../model/suppression.ts";
import { DOUBTS } from "../../rules/doubts.ts";
import { REFERENCES, type ReferenceId } from "../../rules/references.ts";
import { plain, type Sentence } from "../../rules/sentence.ts";
import { ADVICE_RULES, RULES, SITE_RULES } from "../../rules/table.ts";
import { wrapped } from "../layout.ts";
import { type Colors, NO_COLORS } from "../paint.ts";
import { REPORT, RULE_PAGE } from "./report-words.ts";

/** What the sentences of rules call the code that they are about. */
const NAMES = { sink: { code: "this.scope" }, challenged: { code: "scope" } };

/**
 * What there is to know of a rule, for a terminal: what it means, what happens, why a site is left to a person, what to
 * do, how to suppress it, and on which paragraphs it rests.
 *
 * @param width of the terminal, in columns; absent where nothing is to be wrapped
 */
export function rulePage(rule: RuleId, width: number | undefined, colors: Colors = NO_COLORS): string {
  const { verdict, meaning, remedy } = RULES[rule];
  const { today, references = [] } = partsOf(rule);
  const reasons = Object.values(DOUBTS).flatMap((doubt) => (doubt.rule === rule ? [doubt.clause] : []));
  const section = (title: string, items: readonly string[], mark = "  "): string[] =>
    items.length === 0
      ? []
      : [colors.bold(title), ...items.map((item) => `${mark}${wrapped([item], mark.length, width)}`)];
  const paragraphs = references.map((id) => {
    const { document, section: part, sentence, url } = REFERENCES[id];
    return `${document}, ${part}: ${plain(sentence)} ${url}`;
  });
  const lines = [
    `${colors.bold(rule)} ${colors.yellow(verdict)}`,
    `  ${wrapped([`${meaning}.`], 2, width)}`,
    ...section(RULE_PAGE.happens, today ? [plain(today)] : []),
    ...section(RULE_PAGE.reasons, reasons, "  - "),
    ...section(RULE_PAGE.remedy, [plain(remedy)]),
    ...(verdict === "already-union"
      ? []
      : section(RULE_PAGE.suppress, [`// ${SUPPRESSION_FORMS[0]} ${rule} -- <reason>`])),
    ...section(REPORT.references, paragraphs, "  - "),
  ];
  return `${lines.join("\n")}\n`;
}

/** What only some rules have: rules of sites say what happens; all may rest on paragraphs. */
function partsOf(rule: RuleId): { today?: Sentence; references?: readonly ReferenceId[] } {
  if (isOf(SITE_RULES, rule)) return { today: SITE_RULES[rule].today(NAMES), references: SITE_RULES[rule].references };
  const { references } = ADVICE_RULES[rule];
  return references ? { references } : {};
}

const isOf = <Id extends RuleId>(table: Readonly<Record<Id, unknown>>, rule: RuleId): rule is Id =>
  Object.hasOwn(table, rule);
