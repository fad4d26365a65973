import type { Reasons } from "../../model/site.ts";
import type { Names } from "../../rules/rule.ts";
import { code } from "../../rules/sentence.ts";

/** The code that sentences about a site name. */
export const namesOf = ({ sink, challenged, receiver, receivedAt }: Reasons): Names => ({
  sink: code(sink.text),
  challenged: code(challenged.text),
  receiver,
  receivedAt,
});
