import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { DOUBTS } from "../src/rules/doubts.ts";
import { ADVICE_RULES, RULES, SITE_RULES } from "../src/rules/table.ts";

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));

/** What each file of some rooms says; comments aside. */
const files = (isMeant: (room: string) => boolean): [string, string][] =>
  readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && isMeant(file.split(sep)[0] ?? ""))
    .map((file) => [file, readFileSync(join(SOURCES, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")]);

/** Which of some words stand in which of some files, as texts. */
const naming = (words: readonly string[], sources: readonly [string, string][]) =>
  sources.flatMap(([file, text]) =>
    words.filter((word) => text.includes(`"${word}"`)).map((word) => `${file} names ${word}`),
  );

describe("a rule has one home", () => {
  test("which is a file of its name", () => {
    expect(Object.keys(RULES).filter((rule) => !existsSync(join(SOURCES, "rules", `${rule}.ts`)))).toEqual([]);
  });

  test("and only the engine says which rule a site has: no report and no command asks for one by its name", () => {
    const rooms = ["model", "rules", "judge"];
    expect(
      naming(
        Object.keys(RULES),
        files((room) => !rooms.includes(room)),
      ),
    ).toEqual([]);
  });

  test("where the table of all rules gets what it says from", () => {
    for (const [id, rule] of Object.entries({ ...SITE_RULES, ...ADVICE_RULES })) {
      expect(RULES[id as keyof typeof RULES]).toBe(rule);
      expect(rule.meaning).not.toMatch(/^[A-Z]|\.$/);
    }
  });
});

describe("a reason has one home", () => {
  test("and only the engine says which it is", () => {
    const rooms = ["model", "rules", "find", "judge"];
    const doubts = Object.keys(DOUBTS).filter((doubt) => doubt.includes("-"));
    expect(
      naming(
        doubts,
        files((room) => !rooms.includes(room)),
      ),
    ).toEqual([]);
  });

  test("and reports a site under a rule that is left to a person", () => {
    for (const { rule } of Object.values(DOUBTS)) expect(SITE_RULES[rule].verdict).toBe("review");
  });

  test("with words of its own", () => {
    const clauses = Object.values(DOUBTS).map(({ clause }) => clause);
    expect(new Set(clauses).size).toBe(clauses.length);
  });
});
