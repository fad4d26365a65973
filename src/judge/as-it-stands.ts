import type { Candidate } from "../find/find.ts";
import { covers, type Node } from "../parse/tree.ts";

/** The challenged scope as a site has it: what it comes from elsewhere, a reader of the line does not see. */
export const asItStands = ({ node, value }: Candidate, challenged: Node): Node =>
  covers(node, challenged) ? challenged : value;
