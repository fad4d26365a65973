import { NO_PROVENANCE } from "../../../src/model/provenance.ts";

/** What explanations were made of, where a test is about something else. */
export const MADE = { version: "1.2.3", provenance: NO_PROVENANCE };
