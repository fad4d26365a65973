import type { OptionName } from "./options.ts";

/** A repository in which checked files lie, as far as git tells of it. */
export interface Repository {
  /** Its root, from the working folder, with slashes: `.`, `../..` or `clients/one`. */
  readonly folder: string;
  /** The working folder, from that root, with slashes, `.` for the root itself; absent where it lies elsewhere. */
  readonly workingFolder?: string;
  /** Where it comes from, as `https://host/path`, without credentials; absent where no remote says so. */
  readonly url?: string;
  /** The commit that is checked out; absent before the first, and where git cannot be asked. */
  readonly commit?: string;
  /** When that commit was made, in UTC as ISO 8601 writes it. */
  readonly date?: string;
  /** Whether all that can be checked is as that commit has it. */
  readonly clean?: boolean;
}

/** An MCP SDK that the checked code would load. */
export interface InstalledSdk {
  readonly name: string;
  readonly version: string;
  /** The package's folder, from the working folder, with slashes. */
  readonly folder: string;
}

/** Which part of the files a run judges, of how many. */
export interface Shard {
  /** 1-based. */
  readonly index: number;
  readonly count: number;
}

/** The part of a run, as its report names it. */
export interface ReportedShard extends Shard {
  /** 16 hexadecimal digits: of the names of all files of the whole run, so that parts of one have it in common. */
  readonly files: string;
}

/** What a report was made of, and with what: so that another can make it again. */
export interface Provenance {
  /** The engine's options with the values that were in force, and `project` and `config` where there is one. */
  readonly options: { readonly [Name in OptionName | "project" | "config"]?: string };
  /** By folder. */
  readonly repositories: readonly Repository[];
  /** By folder. */
  readonly sdks: readonly InstalledSdk[];
  /** Present where the run judged a part of the files. */
  readonly shard?: ReportedShard;
  /** When the run began, in UTC as ISO 8601 writes it; present where `--time` asks for it. */
  readonly time?: string;
}

/** What is known of a run that nobody asked about. */
export const NO_PROVENANCE: Provenance = { options: {}, repositories: [], sdks: [] };
