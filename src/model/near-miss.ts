/**
 * The candidate that somebody who wrote `word` most likely meant, case and dashes aside: the one with the fewest
 * changed letters, at most a third of them, where two letters that changed places count as one, and a part of a word is
 * one letter away from the whole.
 *
 * @returns undefined where nothing is near
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const changes = distance(wanted, plain(candidate));
    if (changes < least) {
      least = changes;
      best = candidate;
    }
  }
  return best;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, "");
}

/** A part shorter than this is in too many words to mean anything. */
const SHORTEST_PART = 3;

function distance(from: string, to: string): number {
  const changes = changedLetters(from, to);
  const shorter = from.length < to.length ? from : to;
  const longer = shorter === from ? to : from;
  return shorter.length >= SHORTEST_PART && longer.includes(shorter) ? Math.min(changes, 1) : changes;
}

/**
 * How many letters must be put in, left out, replaced, or change places with the next one. By hand for the latter, the
 * most frequent of slips: `fastest-levenshtein` counts it as two.
 */
function changedLetters(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const above = row;
    row = [line];
    for (let column = 1; column <= to.length; column++) {
      const same = from[line - 1] === to[column - 1] ? 0 : 1;
      const swaps = line > 1 && column > 1 && from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1];
      row.push(
        Math.min(
          (above[column - 1] ?? 0) + same,
          (above[column] ?? 0) + 1,
          (row[column - 1] ?? 0) + 1,
          swaps ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
  }
  return row[to.length] ?? 0;
}
