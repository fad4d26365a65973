import type { Site } from "../../model/site.ts";
import { linesOf } from "./limits.ts";
import { code, type Sentence } from "./sentence.ts";
import {
  NO_QUESTION,
  QUESTION_OF_401,
  QUESTION_OF_SUPPRESSION,
  QUESTIONS_OF_ADVICE,
  QUESTIONS_OF_DOUBT,
  QUESTIONS_OF_GRANTED,
  QUESTIONS_OF_NO_TOKENS,
} from "./words.ts";

/** What a person must decide about a site, the hardest first. */
export function questionsOf({ verdict, rule, reasons, advice, suppressed }: Site): Sentence[] {
  const { doubt, granted, unauthorized = [], sink, challenged } = reasons;
  const names = { sink: code(sink.text), challenged: code(challenged.text) };
  const found = [
    suppressed && QUESTION_OF_SUPPRESSION(code(suppressed.reason), suppressed.at.line),
    doubt && QUESTIONS_OF_DOUBT[doubt](names),
    granted && QUESTIONS_OF_GRANTED[granted.kind],
    granted?.kind === "none" && QUESTIONS_OF_NO_TOKENS[granted.why],
    ...advice.filter((each) => !each.suppressed).map((each) => QUESTIONS_OF_ADVICE[each.rule]),
    verdict !== "already-union" &&
      unauthorized.length > 0 &&
      rule !== "replaced-scope-401" &&
      QUESTION_OF_401(linesOf(unauthorized)),
  ].filter((question) => question !== undefined && question !== false);
  return found.length > 0 ? found : [NO_QUESTION];
}
