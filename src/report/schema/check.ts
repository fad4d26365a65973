import type { Static } from "typebox";
import { FAIL_ON } from "../../model/outcome.ts";
import type { Verdict } from "../../model/rule-ids.ts";
import type { SuppressionState } from "../../model/suppression.ts";
import { ADVICE_RULES, RULES } from "../../rules/table.ts";
import {
  counts,
  duration,
  keysOf,
  list,
  member,
  number,
  oneOf,
  optional,
  part,
  published,
  record,
  ref,
  text,
  truth,
} from "./forms.ts";
import { exitCode, failureKind, file, provenanceOfParts, repository, sdk, tool, version } from "./shared.ts";
import { range, SITE_PARTS, site } from "./site.ts";
import { SCHEMA_VERSION } from "./versions.ts";

const suppression = part(
  "suppression",
  record("A comment that asks for findings of a line to be left out.", {
    file,
    ...range,
    rules: list("The rules that it names, in its order.", text("A rule, as written.")),
    reason: text("Why, on one line; empty where nothing is said."),
    state: member<SuppressionState>(
      "What became of it: used; unused, in that one of its rules has no finding on its line; it names no rule or an unknown one; it gives no reason; it begins like a suppression in neither of the known forms.",
      { used: true, unused: true, "unknown-rule": true, "no-reason": true, "unknown-form": true },
    ),
    message: optional(text("What to mend; absent where it is used.")),
  }),
);

const dependency = part(
  "dependency",
  record("An installed MCP SDK that replaces the requested scope.", {
    name: text("The package's name."),
    version: text("The installed version."),
    folder: text("The package's folder, from the working folder, with slashes."),
    finding: truth("Whether it counts as a finding (--fail-on-dependencies)."),
    sites: list(
      "Where it replaces.",
      record("A place in the package.", {
        file,
        line: number("The line on which it begins, 1-based.", 1),
        column: number("The column at which it begins, 1-based, in UTF-16 code units.", 1),
      }),
    ),
  }),
);

const staleEntry = part(
  "staleEntry",
  record("An entry of the baseline for which there is no site any more.", {
    rule: text("The rule, as the baseline has it."),
    file: text("The path, as the baseline has it."),
    symbols: list("The names of what enclosed the site, outermost first.", text("A name.")),
  }),
);

const problem = {
  file: optional(
    text(
      "The path it is about, from the working folder, with slashes, or an option; absent where it is about the whole run.",
    ),
  ),
  line: optional(number("1-based; present where the position is known.", 1)),
  column: optional(number("1-based, in UTF-16 code units; present where the position is known.", 1)),
  message: text("One or two sentences: what is wrong, and what to do about it."),
};

const remark = part(
  "remark",
  record("Something that was passed over without harm to the result.", {
    ...problem,
  }),
);

const error = part(
  "error",
  record("A reason for which the run could not decide; the exit code is then 2.", {
    kind: failureKind(
      "What could not be done: a wrong option or a file that an option names; a path that does not exist or cannot be read or written; nothing that can be checked; a file with evidence text that does not parse; a file for which memory or depth does not suffice; a fault of this tool.",
    ),
    ...problem,
  }),
);

const document = record(
  "What one run of step-up-union check found. The document is UTF-8 and ends with a line feed; the same input gives the same document, except with --time. Characters that a terminal obeys or hides are written as escapes.",
  {
    schemaVersion: version(SCHEMA_VERSION),
    tool,
    provenance: provenanceOfParts,
    summary: record("The run in numbers.", {
      findings: number("Sites that are findings."),
      verdicts: counts(
        "All sites by verdict, suppressed and baselined ones included.",
        keysOf<Verdict>({ rewrite: true, review: true, "already-union": true }),
        (verdict) => `Sites with the verdict ${verdict}.`,
      ),
      rules: counts(
        "All sites by rule, suppressed and baselined ones included; a rule of advice counts the advice.",
        keysOf(RULES),
        (rule) => `${rule in ADVICE_RULES ? "Advice" : "Sites"} of ${rule}.`,
      ),
      suppressed: number("Sites that a comment suppresses."),
      baselined: number("Sites that the baseline lists."),
      stale: optional(number("Entries of the baseline without a site; absent without a baseline.")),
      errors: number("Reasons for which the run could not decide."),
      files: record("Files, by what was done with them.", {
        selected: number("Files that the paths, the extensions and the ignore rules left."),
        read: number("Files whose text was read, each at most once."),
        parsed: number("Files that passed the text test, and were parsed."),
      }),
      handlers: number("Functions that were recognised as step-up handlers, those that ask for the union included."),
      milliseconds: optional(duration("The time that the run took, in milliseconds; present with --time.")),
      failOn: oneOf(
        "The value of --fail-on: from which verdict on a site is a finding. Under never, findings are those of review, and do not fail the run.",
        FAIL_ON,
      ),
      exitCode,
    }),
    sites: list("All sites by file and position, those that are no findings included.", ref(site)),
    suppressions: list("All suppression comments by file and position.", ref(suppression)),
    dependencies: list("Installed packages that replace the requested scope.", ref(dependency)),
    stale: optional(list("Entries of the baseline without a site; absent without a baseline.", ref(staleEntry))),
    unrecognised: list(
      "The files, by path, that hold the error code of a challenge and in which no step-up handler was recognised: that they give no site says nothing.",
      text("The path from the working folder, with slashes."),
    ),
    remarks: list("What was passed over without harm to the result.", ref(remark)),
    errors: list("Why the run could not decide; empty where it could.", ref(error)),
  },
);

/** What `check --format json` writes. */
export type CheckDocument = Static<typeof document>;

/** `schemas/check.schema.json` */
export const CHECK_SCHEMA = published("check", SCHEMA_VERSION, document, [
  ...SITE_PARTS,
  suppression,
  dependency,
  staleEntry,
  remark,
  error,
  repository,
  sdk,
]);
