import type { AdviceId, SiteRuleId, Verdict } from "../model/rule-ids.ts";
import type { Advice, Reasons } from "../model/site.ts";
import { DOUBTS } from "./doubts.ts";
import { quoted } from "./sentence.ts";
import { ADVICE_RULES, SITE_RULES } from "./table.ts";

/** The sentence with which a report names a site. */
export function messageOf(rule: SiteRuleId, verdict: Verdict, { sink, challenged, doubt, error }: Reasons): string {
  return SITE_RULES[rule].message({
    verdict,
    sink: oneLine(sink.text),
    challenged: oneLine(challenged.text),
    why: `${doubt ? DOUBTS[doubt].clause : "a person decides"}${error ? `: TS${error.code} ${error.text}` : ""}`,
  });
}

type DataOf<Id extends AdviceId> = Parameters<(typeof ADVICE_RULES)[Id]["message"]>[0];

/** An advice, in the words of its rule. */
export function advise<Id extends AdviceId>(rule: Id, data: DataOf<Id>): Advice {
  const message = ADVICE_RULES[rule].message as (data: DataOf<Id>) => string;
  return { rule, message: message(data) };
}

/** A text on one line and of a length that fits a report. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return quoted(line.length > 80 ? `${line.slice(0, 77)}...` : line);
}
