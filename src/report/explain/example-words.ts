import type { Operation } from "../../rules/play.ts";
import { type CodePart, code, type Sentence, say } from "../../rules/sentence.ts";
import type { Course, Happening } from "./course.ts";
import type { ChangeKind } from "./words.ts";

/** What the code's course is called that it has no more. */
export const BEFORE_NAME = "before the change";

/** What the course after the change is called. */
export const CHANGE_NAMES = {
  applied: "after the change",
  suggested: "with the suggestion",
  guarded: "after the change",
  done: "after the change",
  decided: "after the change",
  "done-guarded": "after the change",
  left: "with the change",
  silenced: "with the change",
  suppressed: "with the change",
  uncomputed: "with a union",
  elsewhere: "with a union",
  needless: "with a union",
} satisfies Record<ChangeKind, string>;

/** The other decision about a handler of both: the union on 401 too. */
export const REFUSED_NAME = "with the union on both";

/** What the client has in the beginning. */
export const START = {
  asked: (held: CodePart): Sentence => say`A client holds and has asked for ${held}; every request is granted.`,
  plain: (held: CodePart): Sentence => say`A client's token allows ${held}; every request is granted.`,
  empty: (held: CodePart, sink: CodePart): Sentence =>
    say`A client's token allows ${held}; ${sink} is empty; every request is granted.`,
  kept: (held: CodePart, sink: CodePart, scope: CodePart): Sentence =>
    say`A client's token allows ${held}; ${sink} begins as ${scope}; every request is granted.`,
} as const;

/** An operation in words. */
export const OPERATION = ({ needs, isRefused }: Operation): string =>
  isRefused ? `${needs}, token expired (401)` : `needs ${needs}`;

const screens = (consents: number): string => `${consents} consent ${consents === 1 ? "screen" : "screens"}`;

/** A place that limits the step-ups. */
interface Limit {
  readonly text: CodePart;
  readonly line: number;
}

const FAILURES = { throws: "throws", declines: "asks no more" } as const;

/** What the code comes to, what ends in a loop first. */
export function END(course: Course, limit: Limit | undefined): Sentence[] {
  const { isLoop, consents, held, stop } = course;
  const where = limit ? say` (${limit.text}, line ${limit.line})` : say``;
  return [
    ...(isLoop ? [isEndless(course) ? ENDLESS : LOOP] : []),
    ...(stop ? [say`At its ${ordinal(stop.challenge)} challenge it ${FAILURES[stop.failure]}${where}.`] : []),
    ...(isCounted(course) ? [say`${screens(consents)}; the client ends with ${code(held)}.`] : []),
  ];
}

/** Whether what is told of a course counts its consent screens: what ends them says more. */
export const isCounted = (course: Course): boolean => !course.stop && !isEndless(course);

const isEndless = ({ happenings }: Course): boolean => happenings.some(({ failure }) => failure === "endless");

const LOOP = say`A loop: each request loses what the last gained.`;
const ENDLESS = say`A loop: one operation asks again and again.`;

export const NOTHING_LOST = say`Nothing that it had is lost.`;

/**
 * What another way comes to.
 *
 * @param isKnown whether consent screens were spoken of before
 */
export function INSTEAD({ name, consents, held, isLoop, stop }: Course, isKnown: boolean): Sentence[] {
  const head = name.replace(/^[wa]/, (letter) => letter.toUpperCase());
  const end = say`${head}: ${isKnown ? consents : screens(consents)}, and ${code(held)}.`;
  return [
    end,
    ...(isLoop ? [say`It stays a loop.`] : []),
    ...(stop ? [say`At its ${ordinal(stop.challenge)} challenge it ${FAILURES[stop.failure]}.`] : []),
  ];
}

/** What an example rests on and is not known. */
export const CONDITIONS = (conditions: readonly Sentence[]): Sentence =>
  say`That is so ${conditions.flatMap((each, index) => (index === 0 ? each : [" and ", ...each]))}.`;

export const CONDITION = (test: CodePart, line: number): Sentence => say`if ${test} (line ${line}) lets it`;
export const OWN_TESTS = say`if its own tests let it`;
/** Said of code that cannot be played. */
export const UNTOLD = say`if no other code decides what is asked for`;
export const ANEW = (line: number): Sentence => say`if line ${line} does not begin anew what is counted or marked`;

/** What a table says of an operation. */
export function HAPPENING({ challenge, requests, failure }: Happening): string {
  const [first, ...others] = requests.map(({ scope }) => scope);
  const last = others.at(-1);
  const asks =
    first === undefined
      ? []
      : failure === "endless"
        ? [`asks ${first} again and again`]
        : others.every((each) => each === first)
          ? [`asks ${first}${others.length > 0 ? `, ${requests.length} times` : ""}`]
          : [`asks ${first}, in the end ${last}`];
  const end = failure === "throws" ? ["throws"] : failure === "declines" ? ["asks no more"] : [];
  const cell = [...asks, ...end].join(", ");
  return cell !== "" ? cell : challenge ? "asks nothing" : "allowed";
}

function ordinal(count: number): string {
  const ending = count % 100 >= 11 && count % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}

/** The rows that sum a table of operations up. */
export const SUMMARY = { consents: "consent screens", held: "the client ends with" } as const;
