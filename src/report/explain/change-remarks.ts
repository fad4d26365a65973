import { posix } from "node:path";
import type { Site } from "../../model/site.ts";
import { code, type Sentence } from "../../rules/sentence.ts";
import type { ExplainedFile } from "./explanation.ts";
import { HELPER, HELPER_FROM, TOKENS_BEFORE_LIMIT, TOKENS_FIRST } from "./words.ts";

/** The file of a site, as far as it says how the helper comes into it. */
export type HelperSource = Pick<ExplainedFile, "file" | "source" | "edits" | "vendored">;

/** What becomes of the helper that a change calls. */
export type HelperState = keyof typeof HELPER;

/** What else a change consists of: why the tokens are read where they are, and where the helper comes from. */
export function changeRemarks(site: Site, state: HelperState, from: HelperSource): Sentence[] {
  const helper = site.helper === undefined ? [] : [HELPER[state](code(site.helper), helperFrom(from))];
  return [...tokensFirst(site), ...helper];
}

/** Of tokens that are read before a retry limit: an await would part its test and its mark. */
function tokensFirst({ edits = [], reasons: { retryLimit, sink } }: Site): Sentence[] {
  const read = edits.find(({ role }) => role === "tokens");
  if (!read || !retryLimit?.mark || read.start > retryLimit.test.start) return [];
  const why = sink.start < retryLimit.mark.start ? TOKENS_FIRST : TOKENS_BEFORE_LIMIT;
  return [why(retryLimit.test.line, retryLimit.mark.line)];
}

/** The module of an import, or of a `require`. */
const MODULE = /(?:\bfrom|\brequire\()\s?["']([^"'\n]+)["']/;

function helperFrom({ file, source, edits = [], vendored }: HelperSource): Sentence {
  const edit = edits.find(({ role }) => role === "helper");
  if (edit === undefined) return HELPER_FROM.unknown;
  // A name alone is added to an import that is there, which says behind it where it is from.
  const isName = !/[(=]|\bimport\b/.test(edit.text);
  const module = MODULE.exec(isName ? source.slice(edit.end) : edit.text)?.[1];
  if (module === undefined) return HELPER_FROM.inline;
  if (!vendored) return HELPER_FROM.module(code(module));
  const path = posix.join(posix.dirname(file), posix.dirname(module), vendored.path.replace(/^.*[\\/]/s, ""));
  return (vendored.present ? HELPER_FROM.extended : HELPER_FROM.added)(code(path), code(module));
}
