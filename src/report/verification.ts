import type { TypeCheck, Verification, WhyUnchecked } from "../model/verification.ts";
import { code, type Sentence, say } from "../rules/sentence.ts";
import { counted } from "./layout.ts";
import { type Colors, NO_COLORS } from "./paint.ts";
import { visible } from "./safe-text.ts";

/** Why the types of a changed file were not checked, as a clause. */
const REASONS: Readonly<Record<WhyUnchecked, string>> = {
  "no-config": "there is no tsconfig in its folder or above",
  "not-included": "the nearest tsconfig does not include it",
  javascript: "JavaScript that neither its tsconfig (checkJs) nor a comment wants checked",
  "no-check": "a comment in it, @ts-nocheck, keeps the compiler away",
  changed: "it changed while the program was read",
  suggestion: "a suggestion that was chosen: only rewrites are checked",
};

/** Those that another tsconfig would help. */
const BY_CONFIG: readonly WhyUnchecked[] = ["no-config", "not-included"];

/** All are checked by the one compiler that is installed. */
const titleOf = ({ compiler }: TypeCheck): string => `Type-checked before and after, by TypeScript ${compiler}`;

const checkText = ({ files, size, withdrawn }: TypeCheck): string =>
  `${counted(files.length, "changed file")} of ${size}${withdrawn > 0 ? `; ${counted(withdrawn, "rewrite")} withdrawn` : ""}`;

/** What was type-checked of the changes of a run, by what, and what was not and why: sections for a terminal. */
export function verificationText({ checks, unchecked }: Verification, colors: Colors = NO_COLORS): string[] {
  const [first] = checks;
  const checked = first && [
    colors.bold(`${titleOf(first)}:`),
    ...aligned(checks.map((check) => [check.config, checkText(check)])),
  ];
  const left = unchecked.length > 0 && [
    colors.bold("Not type-checked:"),
    ...aligned(unchecked.map(({ file, why }) => [file, REASONS[why]])),
    ...(unchecked.some(({ why }) => BY_CONFIG.includes(why))
      ? ["  Another tsconfig is named by --project=<tsconfig>."]
      : []),
  ];
  return [checked, left].flatMap((lines) => (lines ? [lines.join("\n")] : []));
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const names = rows.map(([name]) => visible(name));
  const widest = Math.max(0, ...names.map((name) => name.length));
  return rows.map(([, text], index) => `  ${names[index]?.padEnd(widest)}  ${text}`);
}

/** The same as sentences, for a report. */
export function verificationSentences({ checks, unchecked }: Verification): Sentence[] {
  const [first] = checks;
  const checked = checks.map((check) => say`${code(check.config)} (${checkText(check)})`);
  const left = unchecked.map(({ file, why }) => say`${code(file)} (${REASONS[why]})`);
  return [
    ...(first ? [say`${titleOf(first)}: ${listed(checked)}.`] : []),
    ...(left.length > 0 ? [say`Not type-checked: ${listed(left)}.`] : []),
  ];
}

const listed = (items: readonly Sentence[]): Sentence =>
  items.flatMap((item, index) => (index === 0 ? item : [", ", ...item]));
