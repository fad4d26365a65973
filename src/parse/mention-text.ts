/**
 * What the text around a name rules out, so that the tree need not be asked: of the thousand mentions of a name in a
 * bundle, a few are assigned. `true` says nothing; `false` is sure, whatever the name stands in.
 */
export type AroundMention = (text: string, start: number, end: number) => boolean;

/** Whether a member that a name, or a text in brackets, ends may be what an assignment writes to. */
export const mayBeAssigned: AroundMention = (text, _start, end) => matchesAt(ASSIGNED, text, end);

/** Whether an assignment, `++` or `--`, a pattern or the head of a loop may write to a variable where its name stands. */
export const mayBeWritten: AroundMention = (text, start, end) =>
  /[-+/\n\r\u2028\u2029]/.test(beforeBlanks(text, start)) || !matchesAt(READ, text, end);

/** Whether a name may be all of a text in quotes. */
export const mayBeText: AroundMention = (text, start, end) =>
  /["']/.test(text[start - 1] ?? "") && text[start - 1] === text[end];

/** An assignment, or a comment that may stand before one. */
const ASSIGNED = /[\s"'`\])!]*(?:\/[/*]|(?:&&|\|\||\?\?|\*\*|<<|>>>?|[-+*/%&|^])?=(?![=>]))/y;

/** What stands behind the name of a variable that is only read there. */
const READ = /[\t ]*(?:[.([`;]|[=!]==?|\?(?!\?=)|&&(?!=)|\|\|(?!=)|[<>]=?(?![<>=]))/y;

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** The nearest character before an offset that is no blank. */
function beforeBlanks(text: string, offset: number): string {
  let at = offset - 1;
  while (text[at] === " " || text[at] === "\t") at--;
  return text[at] ?? "";
}
