import type { Figure } from "./figures.ts";

/** A line of the results: a figure, and for a ratio what it may come to. */
export interface Row {
  readonly label: string;
  readonly figure: Figure;
  readonly unit: "s" | "MB" | "ratio";
  /** The highest median that is acceptable. */
  readonly required?: number | undefined;
}

/** Whether a row keeps its bound. Rows without one do. */
export function holds({ figure, required }: Row): boolean {
  return required === undefined || figure.median <= required;
}

/** Rows as aligned text, with minimum, median and maximum. */
export function table(title: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ label }) => label.length));
  const heading = `  ${"".padEnd(width)} ${["min", "median", "max"].map((word) => word.padStart(10)).join("")}`;
  return [title, heading, ...rows.map((row) => line(row, width)), ""].join("\n");
}

function line(row: Row, width: number): string {
  const { min, median, max } = row.figure;
  const numbers = [min, median, max].map((value) => show(value, row.unit).padStart(10)).join("");
  return `  ${row.label.padEnd(width)} ${numbers}${requirement(row)}`;
}

function requirement(row: Row): string {
  if (row.required === undefined) return "";
  return `   required: at most ${row.required}${holds(row) ? "" : "   BROKEN"}`;
}

function show(value: number, unit: Row["unit"]): string {
  return unit === "ratio" ? value.toFixed(2) : `${value.toFixed(unit === "s" ? 2 : 0)} ${unit}`;
}
