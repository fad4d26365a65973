import type { Site } from "../../model/site.ts";
import { type Client, STEP_UP } from "../../rules/play.ts";
import { code, type Sentence, say, together } from "../../rules/sentence.ts";
import { SITE_RULES } from "../../rules/table.ts";
import type { Example } from "./block.ts";
import { changeKind } from "./change-kind.ts";
import { BEFORE_NAME, CHANGE_NAMES, END, INSTEAD, NOTHING_LOST, REFUSED_NAME, START } from "./example-words.ts";
import type { Fate } from "./fate.ts";
import { type Course, simulate } from "./simulate.ts";

/**
 * Plays a site's code through, as it is and as it could be; where it was changed, as it was and as it is.
 *
 * @param fate what `fix` made of it
 */
export function exampleOf(site: Site, fate?: Fate): Example {
  const { play, course } = SITE_RULES[site.rule];
  const { start, operations, today, after, instead } = play;
  const { reasons } = site;
  const courses = [simulate(fate?.kind === "applied" ? BEFORE_NAME : course, today, start, operations)];
  if (after) courses.push(simulate(CHANGE_NAMES[changeKind(site, fate)], after(reasons), start, operations));
  if (instead) courses.push(simulate(REFUSED_NAME, instead(reasons), start, operations));
  return {
    start: START(code(start.held.join(" "))),
    operations,
    courses,
    outcome: outcomeOf(start, courses),
  };
}

/**
 * Whether an example tells more than the verdict does: not for the common case of a client that steps up, in which the
 * union saves all consent screens but one.
 */
export function isTelling({ verdict, rule }: Site, { courses }: Example): boolean {
  if (verdict === "already-union") return false;
  return (
    SITE_RULES[rule].play.operations !== STEP_UP.operations || courses.slice(1).some(({ consents }) => consents > 1)
  );
}

function outcomeOf(start: Client, courses: readonly Course[]): Sentence {
  const [first, ...others] = courses;
  if (!first) return say``;
  if (others.length === 0) {
    const isLost = start.held.some((scope) => !first.held.split(" ").includes(scope));
    return together([END(first.consents, code(first.held)), ...(isLost ? [] : [NOTHING_LOST])]);
  }
  return together([
    END(first.consents, code(first.held)),
    ...others.map(({ name, consents, held }) => INSTEAD(name, consents, code(held))),
  ]);
}
