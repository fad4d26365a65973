import Type from "typebox";
import { OPTIONS, type OptionName } from "../../model/options.ts";
import type { FailureKind } from "../../model/outcome.ts";
import type { Verdict } from "../../model/rule-ids.ts";
import type { EvidenceKind } from "../../model/site.ts";
import { list, member, number, numberOf, only, optional, part, record, ref, text, truth } from "./forms.ts";

// What several documents have in common.

export const version = <const Version extends number>(value: Version) =>
  only("The version of this form. It changes whenever the form does, additions included.", value);

export const tool = record("What made the document.", {
  name: only("The tool.", "step-up-union"),
  version: text("Its version."),
});

export const exitCode = numberOf("The command's exit code: 0 clean, 1 findings, 2 could not decide.", [0, 1, 2]);

export const fingerprint = (description: string) => text(description, { pattern: "^[0-9a-f]{16}$" });

/** The path of a checked file. */
export const file = text(
  "A path from the working folder, with slashes; it begins with ../ where the file lies outside.",
);

export const verdictOf = (description: string) =>
  member<Verdict>(description, { rewrite: true, review: true, "already-union": true });

export const evidenceKind = (description: string) =>
  member<EvidenceKind>(description, {
    comparison: true,
    "text-test": true,
    "switch-case": true,
    "error-class": true,
    "early-exit": true,
    predicate: true,
    callers: true,
    status: true,
  });

export const failureKind = (description: string) =>
  member<FailureKind>(description, {
    usage: true,
    unreadable: true,
    "nothing-matched": true,
    syntax: true,
    "too-large": true,
    crash: true,
  });

export const repository = part(
  "repository",
  record("A repository, as far as git tells of it.", {
    folder: text("Its root, from the working folder, with slashes."),
    workingFolder: optional(
      text(
        "The working folder, from that root, with slashes; absent where it lies elsewhere. Before a path of this document, it gives the path from the root.",
      ),
    ),
    url: optional(
      text("Where it comes from, as https://host/path and without credentials; absent where no remote tells.", {
        format: "uri",
      }),
    ),
    commit: optional(
      text("The commit that is checked out; absent before the first, and where git cannot be asked.", {
        pattern: "^[0-9a-f]{40,64}$",
      }),
    ),
    date: optional(text("When that commit was made, in UTC (ISO 8601).", { format: "date-time" })),
    clean: optional(truth("Whether all that can be checked is as that commit has it.")),
  }),
);

export const sdk = part(
  "sdk",
  record("An installed MCP SDK.", {
    name: text("The package's name."),
    version: text("The installed version."),
    folder: text("The package's folder, from the working folder, with slashes."),
  }),
);

/** The value of an option of the engine: a text for the types, as a configuration gives it. */
const chosen = (name: OptionName) => {
  const option = OPTIONS[name];
  const value = text(`The value of --${name}.`);
  return optional("values" in option ? Type.Unsafe<string>({ ...value, enum: option.values }) : value);
};

const options = record("The engine's options with the values that were in force.", {
  helper: chosen("helper"),
  "helper-source": chosen("helper-source"),
  "helper-name": chosen("helper-name"),
  "vendor-path": chosen("vendor-path"),
  "on-401": chosen("on-401"),
  "shared-handlers": chosen("shared-handlers"),
  tokens: chosen("tokens"),
  project: optional(text("The value of --project; absent where none is given.")),
  config: optional(text("The configuration file, from the working folder; absent where none holds.")),
});

const shard = record("The part of the files that was judged (--shard); absent where all were.", {
  index: number("Which part, from 1.", 1),
  count: number("Of how many.", 1),
  files: fingerprint("A digest of the names of all files of the whole run: parts of one run have it in common."),
});

const made = {
  options,
  repositories: list(
    "The repositories in which files lie that were selected, by folder; empty outside of any.",
    ref(repository),
  ),
  sdks: list("The installed MCP SDKs that the files would load, by folder.", ref(sdk)),
};
const time = optional(text("When the run began, in UTC (ISO 8601); present with --time.", { format: "date-time" }));

const MADE = "What the report was made of, and with what.";
export const provenance = record(MADE, { ...made, time });
export const provenanceOfParts = record(MADE, { ...made, shard: optional(shard), time });
