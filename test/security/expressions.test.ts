import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { ROOT } from "../packages/fetch.ts";
import { type Expression, writtenExpressions } from "./expressions.ts";
import { hasRecheck, superLinear } from "./recheck.ts";

const { literals, made } = writtenExpressions();

afterEach(() => vi.unstubAllGlobals());

/** The expressions that are made of texts, as they are made when the files that make them are loaded. */
async function madeExpressions(): Promise<Expression[]> {
  const found: Expression[] = [];
  const files = [...new Set(made.map((place) => place.replace(/:\d+$/, "")))];
  const recorder = new Proxy(RegExp, {
    construct(target, parameters) {
      const expression = Reflect.construct(target, parameters) as RegExp;
      const stack = new Error().stack ?? "";
      const place = files.find((file) => stack.split("\n")[2]?.includes(file));
      if (place) found.push({ source: expression.source, flags: expression.flags, place });
      return expression;
    },
  });
  vi.resetModules();
  vi.stubGlobal("RegExp", recorder);
  for (const file of files) await import(join(ROOT, file));
  return found;
}

test("every expression that is made of a text is made where its file is loaded", async () => {
  expect((await madeExpressions()).map(({ place }) => place).sort()).toEqual(
    made.map((place) => place.replace(/:\d+$/, "")).sort(),
  );
});

// What no automaton decides is tried with texts, for a while: on a busy machine, a slow try may look like a slow expression.
test.runIf(hasRecheck)(
  "no regular expression of ours takes longer than in proportion to the text",
  { retry: 2 },
  async () => {
    expect(literals.length).toBeGreaterThan(500);
    const known = { source: String.raw`\s+$`, flags: "", place: "this test" };
    const found = await superLinear([...literals, ...(await madeExpressions()), known]);
    expect(found).toEqual([expect.stringContaining(`this test /${known.source}/`)]);
  },
);
