import type { Config } from "../config/config.ts";
import type { OptionValues } from "../model/options.ts";
import type { Shard } from "../model/provenance.ts";

/** What to check, and how. Everything has a default. */
export interface CheckRequest {
  /** The engine's options, as `--name=value` gives them. */
  readonly options?: OptionValues;
  /** What a configuration file asks for where this does not say otherwise (`findConfig`). Its baseline and `fail-on` are left to the caller. */
  readonly config?: Config | false;
  /** Where relative paths begin, and what reported paths are relative to: absolute; by default the process's own. */
  readonly workingFolder?: string;
  /** Patterns in the syntax of `.gitignore`, relative to the working folder; they hold for named files too. */
  readonly ignorePatterns?: readonly string[];
  /** False enters what `.gitignore` files leave out. */
  readonly gitignore?: boolean;
  /** Whether a path that exists and leads to no source is a remark, and no failure. */
  readonly allowNoFiles?: boolean;
  /** Only files that changed since this commit (its merge base with HEAD), untracked ones included. */
  readonly since?: string;
  /** Only files that are staged, with their staged text. */
  readonly staged?: boolean;
  /** One text instead of files, and the name by which its kind and its surroundings are found. */
  readonly stdin?: { readonly file: string; readonly source: string };
  /** A tsconfig, a jsconfig or a folder: its files are analysed with what is known of the others, and type-checked. */
  readonly project?: string;
  /** Which part of the files is judged; all are read, so that what they show each other is the same in every part. */
  readonly shard?: Shard;
  /** How many threads may analyse beside the caller's; they start only for much work. By default as many as there are processors, at most 4. */
  readonly concurrency?: number;
  /**
   * Which installed packages are looked into, too: the MCP SDK by default; `all` reads every package once, and
   * remembers in `node_modules/.cache` which of their files hold the error code. Never done for `stdin`.
   */
  readonly dependencies?: "sdk" | "all" | "none";
  /** Called now and then with the number of files selected so far. */
  onProgress?(selected: number): void;
  /** Called once before files are analysed, where there are any to analyse, with the folders of all that are selected: absolute. */
  onCandidates?(folders: ReadonlySet<string>): void;
}
