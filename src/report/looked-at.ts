import type { Counts } from "../model/outcome.ts";
import { type Sentence, say } from "../rules/sentence.ts";
import { counted } from "./layout.ts";

/** What a run looked at, so that its silence is not taken for more than it is. */
export interface LookedAt {
  readonly counts: Pick<Counts, "read" | "parsed" | "handlers">;
  /** The files that hold the error code and in which no handler was recognised, as reports name them. */
  readonly unrecognised: readonly string[];
}

/** So many files are named. */
const MOST = 5;

/** What was read, and what of it speaks of challenges and was not understood. */
export function lookedAtSentence({ counts, unrecognised }: LookedAt): Sentence {
  const { read, parsed, handlers } = counts;
  const looked = say`${counted(read, "file")} read, ${parsed} parsed, ${counted(handlers, "step-up handler")} recognised`;
  if (unrecognised.length === 0) return say`${looked}.`;
  // A name that is cut names no file.
  const named = unrecognised.slice(0, MOST).flatMap((file, index) => [...(index === 0 ? [] : [", "]), { code: file }]);
  const more = unrecognised.length > MOST ? ` and ${unrecognised.length - MOST} more` : "";
  return say`${looked}; none in ${named}${more}, though the error code stands there.`;
}
