import { visible } from "./safe-text.ts";

/**
 * What the logs of CI systems obey wherever it stands in a line: `##[error]` (GitHub, Azure), `##vso[…]` (Azure),
 * `##teamcity[…]`.
 */
const ANYWHERE = /#(?=#\w*\[)/g;

/** What GitHub obeys at the beginning of a line, behind blanks: `::error::`. */
const AT_THE_BEGINNING = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;

/**
 * A report as text in which no CI system finds a command. None of our own words holds one, so that whatever does comes
 * from code under review; its first character is written as an escape, as hidden ones are.
 */
export function withoutCommands(report: string): string {
  return report.replace(ANYWHERE, "\\u{23}").replace(AT_THE_BEGINNING, "$1\\u{3a}");
}

/** A text of several lines as a terminal and a log get it: nothing in it is obeyed. */
export const printable = (text: string): string => withoutCommands(text.split("\n").map(visible).join("\n"));

/** A report in JSON without them, where the escape means the same character. A line of it begins with a quotation mark or a bracket. */
export function jsonWithoutCommands(json: string): string {
  return json.replace(ANYWHERE, "\\u0023");
}
