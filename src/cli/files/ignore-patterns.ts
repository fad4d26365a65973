/** A pattern can be longer than the path that it matches, but nobody writes one that is longer than a path can be. */
const LONGEST_PATTERN = 4096;

/** Each pattern becomes a regular expression of some kilobytes once a path is compared with it. */
const MOST_PATTERNS = 50_000;

/** Why the patterns of an ignore file are not read. */
export interface RefusedPatterns {
  /** 1-based: the pattern that is too long, or the first that is too many. */
  readonly line: number;
  /** Two sentences: what is wrong, and what to do about it. */
  readonly message: string;
}

/**
 * Whether ignore patterns would cost more memory than a run may take, or make no regular expression at all.
 *
 * @param text that of an ignore file
 */
export function refusedPatterns(text: string): RefusedPatterns | undefined {
  let patterns = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.startsWith("#") || line.trim() === "") continue;
    if (line.length > LONGEST_PATTERN) {
      const message = `The pattern has ${line.length} characters, and at most ${LONGEST_PATTERN} are read; shorten or remove it.`;
      return { line: index + 1, message };
    }
    patterns += 1;
    if (patterns <= MOST_PATTERNS) continue;
    const message = `There are more than ${MOST_PATTERNS} patterns; ignore whole folders instead.`;
    return { line: index + 1, message };
  }
  return undefined;
}
