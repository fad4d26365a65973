import type { FailOn } from "../model/outcome.ts";
import type { Provenance } from "../model/provenance.ts";
import type { FixCall } from "./explain/fix-call.ts";
import type { FileChange } from "./file-change.ts";
import type { Colors } from "./paint.ts";

/** How an outcome is to be shown, and what else a report says of the run. */
export interface ReportView {
  /** The version of this tool. */
  readonly version: string;
  /** The address of the page that documents the rules; a rule's id is the anchor. */
  readonly docs: string;
  /** What the report was made of, and with what. */
  readonly provenance: Provenance;
  readonly failOn: FailOn;
  /** The code with which the command will end. */
  readonly exitCode: 0 | 1 | 2;
  /** Whether to leave out everything but findings. */
  readonly quiet: boolean;
  /** Whether to name all files in which nothing was recognised. */
  readonly list: boolean;
  /** What runs this tool, as a person calls it: `npx step-up-union`. */
  readonly command: string;
  /** The options under which the sites are found, as words of a shell; absent where there are none. */
  readonly options?: readonly string[];
  /** The options under which `fix` rewrites them, as words of a shell; absent where there are none. */
  readonly fixOptions?: readonly string[];
  /** What to do next: a command each, its arguments quoted by `shellWord`. */
  readonly next: readonly string[];
  /** What the rewrites among the findings change; absent where no patch is asked for. */
  readonly changes?: readonly FileChange[];
  /** Absent where there are to be no colours. */
  readonly colors?: Colors;
  /** Present where a terminal gets the report, which obeys what it is given. */
  readonly isTerminal?: true;
  /** The columns of the terminal; absent where there is none, so that nothing is wrapped. */
  readonly width?: number;
}

/** How `fix` is called so that it finds what a report tells. */
export const fixCallOf = ({ command, fixOptions = [] }: ReportView): FixCall => ({
  tool: command,
  options: fixOptions,
});
