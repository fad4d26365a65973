import type { Site } from "../../model/site.ts";
import { code, type Sentence } from "../../rules/sentence.ts";
import { SITE_RULES } from "../../rules/table.ts";
import { UNSEEN_REQUEST } from "./words.ts";

/**
 * What is said of a 401 behind which no request is seen that asks for what the site keeps: a field that only another
 * branch reads promises nothing here.
 *
 * @param isPlayed whether the code itself was played, requests included
 */
export function unseenRequest(site: Site, source: string, isPlayed: boolean): Sentence[] {
  if (!SITE_RULES[site.rule].isOf401 || isPlayed || isAskedFor(site, source)) return [];
  return [UNSEEN_REQUEST(code(site.reasons.sink.text))];
}

function isAskedFor({ start, end, reasons: { authorization = [], evidence } }: Site, source: string): boolean {
  const test = evidence.findLast((each) => each.start < start);
  const blockEnd = test ? endOfBlock(source, test.end) : undefined;
  const last = blockEnd !== undefined && blockEnd > end ? blockEnd : source.length;
  return authorization.some((call) => call.end >= end && call.start < last);
}

/** Where the block that follows an offset ends, by its braces; undefined where none does. */
function endOfBlock(source: string, from: number): number | undefined {
  let depth = 0;
  for (let at = source.indexOf("{", from); at >= 0 && at < source.length; at++) {
    if (source[at] === "{") depth++;
    if (source[at] === "}" && --depth === 0) return at;
  }
  return undefined;
}
