import type { AdviceId, SiteRuleId, Verdict } from "../model/rule-ids.ts";
import type { Advice, Reasons } from "../model/site.ts";
import { DOUBTS } from "./doubts.ts";
import { fenced, quoted } from "./sentence.ts";
import { ADVICE_RULES, SITE_RULES } from "./table.ts";

/** The sentence with which a report names a site. */
export function messageOf(rule: SiteRuleId, verdict: Verdict, { sink, challenged, doubt, error }: Reasons): string {
  return SITE_RULES[rule].message({
    verdict,
    sink: quoted(sink.text),
    challenged: quoted(challenged.text),
    why: `${doubt ? DOUBTS[doubt].clause : "a person decides"}${error ? `: TS${error.code} ${fenced(error.text)}` : ""}`,
  });
}

type DataOf<Id extends AdviceId> = Parameters<(typeof ADVICE_RULES)[Id]["message"]>[0];

/** An advice, in the words of its rule. */
export function advise<Id extends AdviceId>(rule: Id, data: DataOf<Id>): Advice {
  const message = ADVICE_RULES[rule].message as (data: DataOf<Id>) => string;
  return { rule, message: message(data) };
}
