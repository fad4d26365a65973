import { ERROR_CODE_IN_PATTERN } from "../rules/names.ts";

/** Stands for what is asked about: no pattern that is read here has it. */
const MARK = "\u0000";

/**
 * Whether a match of a pattern needs the error code: no alternative, negation or optional group around it, as in
 * `/(^|,)\s*error="insufficient_scope"/`.
 */
export function provesErrorCode(pattern: string | undefined): boolean {
  if (pattern === undefined || !ERROR_CODE_IN_PATTERN.test(pattern)) return false;
  return needsMark(plain(pattern.replace(ERROR_CODE_IN_PATTERN, MARK)));
}

/**
 * Whether a match has a group of a pattern: it is not optional, nor in one of several alternatives.
 *
 * @param group its number, from 1, or its name
 */
export function needsGroup(pattern: string, group: string | number): boolean {
  let seen = 0;
  const marked = plain(pattern).replace(/\((?:\?<(\w+)>|(?!\?))/g, (opening, name: string | undefined) => {
    seen += 1;
    return group === seen || (name !== undefined && group === name) ? `${opening}${MARK}` : opening;
  });
  return marked.includes(MARK) && needsMark(marked);
}

/** A pattern without what stands for one character: escapes, and classes, in which brackets mean nothing. */
function plain(pattern: string): string {
  let rest = "";
  let isInClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const each = pattern[at] ?? "";
    if (each === "\\") at++;
    if (isInClass) {
      isInClass = each !== "]";
      continue;
    }
    isInClass = each === "[";
    rest += isInClass || each === "\\" ? "_" : each;
  }
  return rest;
}

/** Whether each match goes through the mark: what is left without the groups beside it has no choice. */
function needsMark(pattern: string): boolean {
  let rest = pattern;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()]*\)/g, (group) => (group.includes(MARK) ? group : "_"));
    // A group around the mark that has no choice is as if it were not there.
    rest = rest.replace(/\((?:\?(?::|<?=|<\w+>)|(?!\?))([^()|]*)\)(?![?*{])/g, (group, inner: string) =>
      inner.includes(MARK) ? inner : group,
    );
  }
  const at = rest.indexOf(MARK);
  // In a class of characters, the mark is gone.
  return at >= 0 && !/[|()]/.test(rest) && !/^[?*{]/.test(rest.slice(at + 1));
}
