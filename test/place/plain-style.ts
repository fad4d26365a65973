import type { FileStyle } from "../../src/place/style-of-new-file.ts";

/** The style of a vendored helper where nothing shows another. */
export const PLAIN: FileStyle = { eol: "\n", indent: "  ", quote: "'", semicolons: true };
