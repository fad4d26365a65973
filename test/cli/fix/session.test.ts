import { expect, test } from "vitest";
import { type Answer, type Choice, type Question, runSession, type Session } from "../../../src/cli/fix/session.ts";
import type { SiteSuppression } from "../../../src/cli/fix/suppress-site.ts";
import type { CheckedFile, CheckedSite } from "../../../src/model/outcome.ts";
import type { Verdict } from "../../../src/model/rule-ids.ts";

/** A file whose sites are named by letters. Only what a session looks at is there. */
function file(name: string, sites: Record<string, Verdict | "suppressed" | "baselined">): CheckedFile {
  const made = Object.entries(sites).map(([message, kind]) => ({
    message,
    advice: [],
    verdict: kind === "suppressed" || kind === "baselined" ? "rewrite" : kind,
    ...(kind === "suppressed" && { suppressed: {} }),
    ...(kind === "baselined" && { baselined: true }),
  }));
  return { file: name, source: "", sites: made as unknown as CheckedSite[], edits: [], suppressions: [] };
}

const FILES = [
  file("one", { a: "rewrite", b: "rewrite", c: "rewrite" }),
  file("two", { d: "review", e: "already-union", f: "suppressed", g: "baselined" }),
  file("three", { h: "rewrite", i: "review" }),
];

interface Log {
  end: string;
  asked: string[];
  applied: string[];
  questions: Question[];
}

/** Runs a session with these answers; where there are no more, sites are skipped. */
async function answered(
  answers: readonly (Exclude<Choice, "suppress"> | "cancel" | { reason: string })[],
  suppress: Session["suppress"] = () => ({ edit: { start: 0, end: 0, text: "//" }, reason: "" }),
): Promise<Log> {
  const log: Log = { end: "", asked: [], applied: [], questions: [] };
  log.end = await runSession(FILES, {
    async ask(question) {
      log.questions.push(question);
      log.asked.push(question.site.message);
      const answer = answers[log.asked.length - 1] ?? "skip";
      return (typeof answer === "string" ? { choice: answer } : { choice: "suppress", ...answer }) as Answer;
    },
    suppress,
    apply({ file, accepted, suppressed }) {
      const names = (sites: Iterable<CheckedSite>) => [...sites].map(({ message }) => message).join("");
      log.applied.push(`${file.file} after ${log.asked.at(-1)}: +${names(accepted)} -${names(suppressed.keys())}`);
    },
  });
  return log;
}

test("every finding is asked about, in order; what is skipped changes nothing", async () => {
  const { end, asked, applied, questions } = await answered([]);
  expect({ end, asked, applied }).toEqual({ end: "done", asked: [..."abcdhi"], applied: [] });
  expect(questions.map(({ number, total }) => `${number}/${total}`)).toEqual([
    "1/6",
    "2/6",
    "3/6",
    "4/6",
    "5/6",
    "6/6",
  ]);
});

test("only a rewrite can be accepted", async () => {
  const { questions } = await answered([]);
  const choices = Object.fromEntries(questions.map(({ site, choices }) => [site.message, choices]));
  expect(choices.a).toEqual(["accept", "skip", "accept-file", "suppress", "quit"]);
  expect(choices.d).toEqual(["skip", "suppress", "quit"]);
});

test("a file is applied as soon as its last site is answered", async () => {
  const { applied } = await answered(["accept", "skip", "accept", "skip", "accept"]);
  expect(applied).toEqual(["one after c: +ac -", "three after i: +h -"]);
});

test("all in a file are accepted from here on, and no more is asked there", async () => {
  const { asked, applied, questions } = await answered(["skip", "accept-file"]);
  expect(asked).toEqual([..."abdhi"]);
  expect(applied).toEqual(["one after b: +bc -"]);
  expect(questions.map(({ number }) => number)).toEqual([1, 2, 4, 5, 6]);
});

test("quitting keeps what was accepted, in the file at hand, too", async () => {
  const { end, applied, asked } = await answered(["accept", "quit"]);
  expect({ end, applied, asked }).toEqual({ end: "quit", applied: ["one after b: +a -"], asked: ["a", "b"] });
});

test("cancelling leaves the file at hand as it is, and finished ones finished", async () => {
  expect(await answered(["accept", "cancel"])).toMatchObject({ end: "cancelled", applied: [] });
  const later = await answered(["accept", "accept", "accept", "skip", "accept", "cancel"]);
  expect(later).toMatchObject({ end: "cancelled", applied: ["one after c: +abc -"] });
});

test("a suppression with a reason is part of what is applied", async () => {
  const reasons: string[] = [];
  const { applied } = await answered(
    ["skip", { reason: "one scope" }, "accept", { reason: "two" }],
    (_, __, reason) => {
      reasons.push(reason);
      return { edit: { start: 0, end: 0, text: "//" }, reason: "" };
    },
  );
  expect(applied).toEqual(["one after c: +c -b", "two after d: + -d"]);
  expect(reasons).toEqual(["one scope", "two"]);
});

test("a suppression that has no place is asked about again, with the reason", async () => {
  const refusals: Extract<SiteSuppression, { refusal: unknown }>["refusal"][] = ["no-reason", "others-on-the-line"];
  const { asked, questions, applied } = await answered(
    [{ reason: "" }, { reason: "x" }, { reason: "y" }, "quit"],
    () => {
      const refusal = refusals.shift();
      return refusal ? { refusal } : { edit: { start: 0, end: 0, text: "//" }, reason: "" };
    },
  );
  expect(asked).toEqual(["a", "a", "a", "b"]);
  expect(questions.map(({ refusal }) => refusal)).toEqual([
    undefined,
    expect.stringContaining("reason"),
    expect.stringContaining("another site on the same line"),
    undefined,
  ]);
  expect(applied).toEqual(["one after b: + -a"]);
});
