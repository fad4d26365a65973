import type { ObligationId } from "../src/model/proof.ts";
import type { EvidenceKind } from "../src/model/site.ts";

/** Where each kind of evidence is recognised. */
export const TEST_FILES = {
  comparison: "src/find/comparisons.ts",
  "text-test": "src/find/comparisons.ts",
  "switch-case": "src/find/switches.ts",
  "error-class": "src/find/error-code.ts",
  "early-exit": "src/find/dominance.ts",
  predicate: "src/find/conditions.ts",
  callers: "src/find/dominance.ts",
  status: "src/find/comparisons.ts",
} as const satisfies Record<EvidenceKind, string>;

export const FORMS_FILE = "src/judge/forms.ts";

/** Where an obligation is asked. */
export const obligationFile = (id: ObligationId): string => `src/judge/obligations/${id}.ts`;

/** How many columns the parts of a row have. */
export const ROOMS = { name: 14, text: 80 } as const;
