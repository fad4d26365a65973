import type { Site } from "../../model/site.ts";
import { DECISIONS } from "../../rules/decisions.ts";
import { NO_TOKENS } from "../../rules/no-tokens.ts";
import { code, type Sentence } from "../../rules/sentence.ts";
import { ADVICE_RULES, SITE_RULES } from "../../rules/table.ts";
import { askedOf, doubtsOf } from "./doubts.ts";
import { linesOf } from "./limits.ts";
import { NO_QUESTION, QUESTION_OF_401, QUESTION_OF_SUPPRESSION, QUESTIONS_OF_GRANTED } from "./words.ts";

/** What a person must decide about a site, the hardest first. */
export function questionsOf(site: Site): Sentence[] {
  const { verdict, rule, reasons, advice, suppressed } = site;
  const { granted, unauthorized = [] } = reasons;
  const lacking = granted?.kind === "none" ? NO_TOKENS[granted.why].decision : undefined;
  const found = [
    suppressed && QUESTION_OF_SUPPRESSION(code(suppressed.reason), suppressed.at.line),
    ...doubtsOf(site).map(({ doubt, asked }) => DECISIONS[doubt].question(asked)),
    granted && QUESTIONS_OF_GRANTED[granted.kind],
    lacking?.question(askedOf(site)),
    ...advice.filter((each) => !each.suppressed).map((each) => ADVICE_RULES[each.rule].question),
    verdict !== "already-union" &&
      unauthorized.length > 0 &&
      !SITE_RULES[rule].isOf401 &&
      QUESTION_OF_401(linesOf(unauthorized)),
  ].filter((question) => question !== undefined && question !== false);
  return found.length > 0 ? found : [NO_QUESTION];
}
