import type { Doubt } from "../model/site.ts";
import type { DecisionWords } from "./decision.ts";
import { EVIDENCE_DECISIONS } from "./evidence-decisions.ts";
import { SINK_DECISIONS } from "./sink-decisions.ts";

/** What a person is asked of every site that is left to one, and what to do on either answer. */
export const DECISIONS: Readonly<Record<Doubt, DecisionWords>> = { ...EVIDENCE_DECISIONS, ...SINK_DECISIONS };
