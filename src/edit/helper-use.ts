import type { Edit } from "../model/site.ts";

/** How a file gets at its union helper. */
export interface HelperUse {
  readonly kind: "existing" | "import" | "inline" | "vendor";
  /** The name by which sites call it. */
  readonly name: string;
  readonly edits: readonly Edit[];
}
