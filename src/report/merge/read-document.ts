import { FAIL_ON } from "../../model/outcome.ts";
import { RULES } from "../../rules/table.ts";
import { SCHEMA_VERSION } from "../schema/versions.ts";
import type { CheckDocument } from "./document.ts";
import { isRecord, misfit, type Shape } from "./shape.ts";

/** Why a text is no report. */
export interface ReportFault {
  /** What is wrong, and what to do. */
  readonly message: string;
}

const AGAIN = "Write it again: step-up-union check --output-file json=<file>.";
/** Nothing that is written is nested more deeply: what is, is not ours, and could not be written again. */
const DEEPEST = 50;

/**
 * Reads what `check --format json` wrote.
 *
 * @returns the document, of which all that is read later has its form, or why it is none
 */
export function readDocument(text: string): CheckDocument | ReportFault {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { message: `${notJson(text, error)} ${AGAIN}` };
  }
  if (!isRecord(value) || !isRecord(value.tool) || value.tool.name !== "step-up-union" || !("sites" in value)) {
    return { message: `It is JSON, but no report of check. ${AGAIN}` };
  }
  const { schemaVersion } = value;
  if (schemaVersion !== SCHEMA_VERSION) {
    const version = typeof schemaVersion === "number" ? schemaVersion : "unknown";
    return {
      message: `It has the schemaVersion ${version}, and this version of step-up-union reads ${SCHEMA_VERSION}. Check and merge with the same version.`,
    };
  }
  const wrong = misfit(value, DOCUMENT);
  if (wrong !== undefined || isNestedDeeply(value)) {
    return { message: `It was changed since it was written: ${wrong ?? "its nesting"} cannot be so. ${AGAIN}` };
  }
  return value as unknown as CheckDocument;
}

function notJson(text: string, error: unknown): string {
  if (text.trim() === "") return "It is empty.";
  const said = error instanceof Error ? error.message : "";
  // Behind the end of a line, what is missing is named, and where: at the end of the text.
  const at = Number(/at position (\d+)/.exec(said)?.[1]);
  const isCut = /end of JSON input|^Unterminated/.test(said) || at >= text.trimEnd().length;
  return isCut ? "It ends in the middle, as a file does whose writing was cut off." : "It is not JSON.";
}

function isNestedDeeply(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** A text that says something. */
const WORDS: Shape = { matches: /./s };
const PROBLEM = { message: WORDS } as const satisfies Record<string, Shape>;
const PLACE = { file: WORDS, line: "position", column: "position" } as const satisfies Record<string, Shape>;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const REPOSITORY: Shape = {
  record: { folder: "text" },
  optional: {
    workingFolder: "text",
    url: { matches: /^https:\/\/[\w.:[\]-]+\/[!-~]+$/ },
    commit: { matches: /^[0-9a-f]{40,64}$/ },
    date: { matches: DATE },
    clean: "flag",
  },
};

const DOCUMENT: Shape = {
  record: {
    tool: { record: { name: "text", version: "text" } },
    provenance: {
      record: {
        options: { table: "text" },
        repositories: { list: REPOSITORY },
        sdks: { list: { record: { name: "text", version: "text", folder: "text" } } },
      },
      optional: {
        shard: { record: { index: "position", count: "position", files: { matches: /^[0-9a-f]{16}$/ } } },
        time: { matches: DATE },
      },
    },
    summary: {
      record: {
        findings: "count",
        verdicts: { table: "count" },
        rules: { table: "count" },
        suppressed: "count",
        baselined: "count",
        errors: "count",
        files: { record: { selected: "count", read: "count", parsed: "count" } },
        handlers: "count",
        failOn: { among: FAIL_ON },
        exitCode: { among: [0, 1, 2] },
      },
      optional: { stale: "count", milliseconds: "count" },
    },
    sites: {
      list: {
        record: {
          fingerprint: { matches: /^[0-9a-f]{16}$/ },
          rule: { among: Object.keys(RULES) },
          verdict: { among: ["rewrite", "review", "already-union"] },
          finding: "flag",
          ...PLACE,
          endLine: "position",
          endColumn: "position",
          message: WORDS,
          advice: { list: { record: { rule: { among: Object.keys(RULES) }, message: WORDS } } },
        },
      },
    },
    suppressions: { list: { record: { file: "text" } } },
    dependencies: {
      list: {
        record: {
          name: "text",
          version: "text",
          folder: "text",
          finding: "flag",
          sites: { list: { record: PLACE } },
        },
      },
    },
    unrecognised: { list: "text" },
    remarks: { list: { record: PROBLEM, optional: PLACE } },
    errors: { list: { record: { ...PROBLEM, kind: "text" }, optional: PLACE } },
  },
  optional: { stale: { list: { record: { rule: "text", file: "text", symbols: { list: "text" } } } } },
};
