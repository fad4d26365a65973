import { stripVTControlCharacters, styleText } from "node:util";
import { otherChecks } from "./compare.ts";
import type { Row } from "./matrix.ts";
import { RETRY_LIMIT, STEP_UP, UNION_CHECK } from "./scenarios.ts";
import type { CheckStatus, Judgement } from "./suite.ts";

/** All rows, package by package, and at the end what they come to. */
export function judgementTable(rows: readonly Row[]): string {
  const header = ["migration", UNION_CHECK, "asked for at the step-up", "other checks", "scope-retry-limit", ""];
  const cells = rows.map((row) => [
    row.variant,
    coloured(statusOf(row.stepUp, UNION_CHECK)),
    row.stepUp.outcome.requestedScopes.at(-1) ?? "none",
    passed([...otherChecks(STEP_UP, row.stepUp), ...otherChecks(RETRY_LIMIT, row.retryLimit)]),
    coloured(statusOf(row.retryLimit, "scope-retry-limit")),
    row.deviations.length === 0 ? "" : styleText("red", "deviates"),
  ]);
  const [head = "", ...lines] = columns([header.map((text) => text && styleText("dim", text)), ...cells]);
  const table = lines.flatMap((line, index) => {
    const title = rows[index]?.package ?? "";
    return title === rows[index - 1]?.package ? [`  ${line}`] : ["", styleText("bold", title), `  ${line}`];
  });
  return [`  ${head}`, ...table, "", verdict(rows)].join("\n");
}

/** What deviates, each once, with the rows in which it does. */
export function deviationList(rows: readonly Row[]): string {
  const texts = new Set(rows.flatMap(({ deviations }) => deviations));
  return [...texts]
    .map((text) => {
      const where = rows.filter(({ deviations }) => deviations.includes(text));
      const names = where.map((row) => `\n  in ${row.package}, ${row.variant}`).join("");
      return styleText("red", `Deviation: ${text}`) + styleText("dim", names);
    })
    .join("\n");
}

/** Lays out cells in columns, two spaces apart; one line per row. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows
    .map((row) => row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell))).join("  "))
    .map((line) => line.trimEnd());
}

/** A check's status in its colour. */
export function coloured(status: CheckStatus | "missing"): string {
  const colour = status === "SUCCESS" ? "green" : status === "WARNING" ? "yellow" : "red";
  return styleText(colour, status);
}

export function statusOf({ checks }: Judgement, id: string): CheckStatus | "missing" {
  return checks.find((check) => check.id === id)?.status ?? "missing";
}

function passed(checks: readonly { status: CheckStatus }[]): string {
  const verdicts = checks.filter(({ status }) => status !== "INFO");
  return `${verdicts.filter(({ status }) => status === "SUCCESS").length} of ${verdicts.length} pass`;
}

function verdict(rows: readonly Row[]): string {
  const deviating = rows.filter(({ deviations }) => deviations.length > 0).length;
  if (deviating > 0) return styleText("red", `${deviating} of ${rows.length} rows deviate.`);
  const migrated = rows.filter(({ variant }) => variant !== "published").length;
  return styleText(
    "green",
    `All ${migrated} migrated builds request the union; every other check is as it was before migration.`,
  );
}

function width(cell = ""): number {
  return stripVTControlCharacters(cell).length;
}
