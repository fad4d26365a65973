import type { Failure } from "../../model/outcome.ts";
import { withoutCommands } from "../ci-commands.ts";
import { messageLines } from "../layout.ts";
import { visible } from "../safe-text.ts";
import type { Overview } from "./overview.ts";

const COLUMNS = [
  "repository",
  "commit",
  "date",
  "clean",
  "verdict",
  "rule",
  "file",
  "line",
  "column",
  "fingerprint",
  "message",
] as const;

/** What a spreadsheet takes for the beginning of a formula, blanks before it aside. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * An overview as CSV (RFC 4180, lines end with LF): a row for each place of a finding, for each repository without any,
 * and for what could not be decided.
 *
 * Whatever a spreadsheet would calculate has an apostrophe before it.
 */
export function csvReport({ checkouts, findings, failures }: Overview): string {
  const places = findings.flatMap(({ places: all, ...finding }) => all.map((place) => ({ ...finding, ...place })));
  const rows = checkouts.flatMap((checkout, index) => {
    const { name, commit = "", date = "", clean, undecided } = checkout;
    const head = [name, commit, date, clean === undefined ? "" : clean ? "yes" : "no"];
    const own = places.filter((place) => place.checkout === index);
    return [
      ...own.map(({ verdict, rule, file, line, column, fingerprint, message }) => {
        return [...head, verdict, rule, file, line, column, fingerprint, message];
      }),
      ...undecided.map((failure) => [...head, ...failureCells(failure)]),
      ...(own.length + undecided.length === 0 ? [[...head, "none", "", "", "", "", "", ""]] : []),
    ];
  });
  const failed = failures.map((failure) => ["", "", "", "", ...failureCells(failure)]);
  const lines = [COLUMNS, ...rows, ...failed].map((row) => row.map(cellOf).join(","));
  return withoutCommands(`${lines.join("\n")}\n`);
}

const failureCells = ({ kind, file = "", line, column, message }: Failure): (string | number)[] => [
  "error",
  kind,
  file,
  line ?? "",
  column ?? "",
  "",
  message,
];

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = visible(messageLines(value).join(" "));
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
