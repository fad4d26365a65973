import { CHECK_SCHEMA } from "./check.ts";
import { EXPLANATION_SCHEMA } from "./explain.ts";
import { OVERVIEW_SCHEMA } from "./merge.ts";

/** The schemas that `npm run schemas` writes to `schemas/`, by the names of their files. The command loads none. */
export const SCHEMAS = {
  "check.schema.json": CHECK_SCHEMA,
  "explain.schema.json": EXPLANATION_SCHEMA,
  "merge.schema.json": OVERVIEW_SCHEMA,
} as const;
