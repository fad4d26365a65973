import type { Static } from "typebox";
import { RULES } from "../../rules/table.ts";
import { keysOf, list, number, oneOf, optional, published, record, text, truth } from "./forms.ts";
import { exitCode, failureKind, fingerprint, tool, version } from "./shared.ts";
import { OVERVIEW_SCHEMA_VERSION } from "./versions.ts";

const document = record(
  "What the reports of many checkouts say together. The document is UTF-8 and ends with a line feed; the same reports give the same document, in whatever order they are given.",
  {
    schemaVersion: version(OVERVIEW_SCHEMA_VERSION),
    tool,
    exitCode,
    repositories: list(
      "The checkouts, those with most findings first.",
      record("A repository at one commit; where git tells no address, what one report is about.", {
        name: text("host/path of its address, else the path of the report."),
        url: optional(text("Where it comes from, as https://host/path.", { format: "uri" })),
        commit: optional(text("The commit that was checked out.", { pattern: "^[0-9a-f]{40,64}$" })),
        date: optional(text("When that commit was made, in UTC (ISO 8601).", { format: "date-time" })),
        clean: optional(truth("Whether all that can be checked was as that commit has it.")),
        reports: list("The reports that tell of it, by path.", text("The path, as it was given."), { minItems: 1 }),
        findings: record("How many findings it has, each once.", {
          rewrite: number("Findings to rewrite."),
          review: number("Findings to review, installed packages among them."),
          advice: number("Advice that counts as a finding."),
        }),
        errors: list(
          "What of it could not be decided.",
          record("Something that could not be decided.", {
            kind: failureKind("What could not be done, as in a report of check."),
            file: optional(text("From the root of the repository where that is known, with slashes.")),
            line: optional(number("From 1.", 1)),
            column: optional(number("From 1.", 1)),
            message: text("What is wrong, and what to do about it."),
          }),
        ),
      }),
    ),
    findings: list(
      "The findings, those of most checkouts first; what has one fingerprint is one.",
      record("A finding, wherever it is.", {
        fingerprint: fingerprint("What it is known by; for a site, that of its report."),
        verdict: oneOf("What is concluded about it.", ["rewrite", "review", "advice"]),
        rule: oneOf("Its rule, or installed-package.", [...keysOf(RULES), "installed-package"]),
        message: text("One sentence for the person who must act on it."),
        places: list(
          "Where it is, by checkout.",
          record("A place.", {
            repository: number("The checkout, as its index in repositories."),
            file: text(
              "The path from the root of the repository, with slashes; without a repository, as the report has it.",
            ),
            line: number("1-based.", 1),
            column: number("1-based, in UTF-16 code units.", 1),
            endLine: optional(number("1-based; absent for an installed package.", 1)),
            endColumn: optional(number("The column behind its end; absent for an installed package.", 1)),
          }),
          { minItems: 1 },
        ),
      }),
    ),
    errors: list(
      "Reports that could not be read or joined; the exit code is then 2.",
      record("A report, and what is wrong with it.", {
        kind: failureKind("What could not be done, as in a report of check."),
        file: optional(text("The report, as it was given.")),
        message: text("What is wrong, and what to do about it."),
      }),
    ),
  },
);

/** What `merge --format json` writes. */
export type OverviewDocument = Static<typeof document>;

/** `schemas/merge.schema.json` */
export const OVERVIEW_SCHEMA = published("merge", OVERVIEW_SCHEMA_VERSION, document);
