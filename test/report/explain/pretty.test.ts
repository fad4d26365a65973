import { describe, expect, test } from "vitest";
import { explain, explainAll } from "../../../src/report/explain/explain.ts";
import { prettyExplanations } from "../../../src/report/explain/pretty.ts";
import { type Colors, NO_COLORS } from "../../../src/report/paint.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../../fixtures/by-turn.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const pretty = (site = SITE, width = 100, file = "src/client.mjs", colors: Colors = NO_COLORS) =>
  prettyExplanations([explain(site, SOURCE, file)], width, colors);

test("the page of a site", () => expect(pretty()).toMatchSnapshot());

test("fits on one page for the fixtures", () => {
  const pages = fixturesByTurn("on a page", 3).flatMap(({ input, name, extension, options }) => {
    const { sites } = analyzeOnce(input, `${name}${extension}`, engineOptions(options, extension));
    return sites.map((site) => prettyExplanations([explain(site, input, name)], 100, NO_COLORS));
  });
  expect(Math.max(...pages.map((page) => page.trimEnd().split("\n").length))).toBeLessThanOrEqual(MOST_LINES);
});

/** Sixty lines, twelve for what was proved, and a few for names that are longer than any in hand-written code. */
const MOST_LINES = 75;

test.each([40, 72, 100, 500])(
  "no line is wider than a terminal of %i columns, its tables and long words aside",
  (width) => {
    const wide = pretty(SITE, width)
      .split("\n")
      .slice(1)
      .filter((line) => line.length > width && !/ {3,}\S.* {2}|^ *\S+(?: \S+)?$/.test(line));
    expect(wide).toEqual([]);
  },
);

test("several sites stand one after the other, an empty line between them", () => {
  const file = { file: "a.mjs", source: SOURCE, sites: [SITE, siteWith({ line: 99 })] };
  const text = prettyExplanations(explainAll([file, { ...file, file: "b.mjs" }]), 100, NO_COLORS);
  expect(text.match(/^[ab]\.mjs:\d+:\d+/gm)).toEqual(["a.mjs:10:9", "a.mjs:99:9", "b.mjs:10:9", "b.mjs:99:9"]);
  expect(text).toMatch(/\n\na\.mjs:99/);
  expect(prettyExplanations([], 100, NO_COLORS)).toBe("");
});

test("each site has its fingerprint in its headline, and all of them end with what they were made of", () => {
  const file = { file: "a.mjs", source: SOURCE, sites: [SITE] };
  const explanations = explainAll([file], undefined, new Map([[SITE, "0123456789abcdef"]]));
  const text = prettyExplanations(explanations, 100, NO_COLORS, ["Made by ", { code: "step-up-union 1.2.3" }, "."]);
  expect(text).toMatch(/^a\.mjs:10:9 rewrite replaced-scope 0123456789abcdef\n/);
  expect(text).toMatch(/\S\n\nMade by `step-up-union 1\.2\.3`\.\n$/);
});

describe("colour", () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const tags: Colors = {
    bold: tag("b"),
    dim: tag("d"),
    underline: tag("u"),
    red: tag("r"),
    green: tag("g"),
    yellow: tag("y"),
    cyan: tag("c"),
  };

  test("is all that it adds", () => {
    const painted = pretty(SITE, 100, "x.mjs", tags);
    expect(painted.replace(/<\/?[bdurgyc]>/g, "")).toBe(pretty(SITE, 100, "x.mjs"));
    expect(painted).toContain("<y>rewrite</y>");
    expect(painted).toMatch(/<r> +10 - +this\._scope = scope;<\/r>/);
    expect(painted).toMatch(/<g> +\+ +this\._scope = unionScopes\(tokens\?\.scope, this\._scope, scope\);<\/g>/);
  });
});

describe("hostile text", () => {
  const ATTACK = "\u001b]0;owned\u0007\u001b[2J\u202egnp.js\u0085\u2028\r\n::error::x";

  test("neither name nor code nor message steers the terminal", () => {
    const source = SOURCE.replaceAll("this._scope", `this["${ATTACK.replace(/[\r\n]/g, "")}"]`);
    const [, ...rest] = SITE.edits ?? [];
    const hostile = siteWith(
      {
        message: ATTACK,
        advice: [{ rule: "unbounded-step-up", message: ATTACK }],
        edits: [{ start: 0, end: 5, text: ATTACK, role: "union" }, ...rest],
        suppressed: { rule: "replaced-scope", reason: ATTACK, at: SITE },
      },
      {
        previous: ATTACK,
        granted: { kind: "handler", text: ATTACK },
        sink: { ...SITE.reasons.sink, text: ATTACK },
        evidence: [{ ...SITE, text: ATTACK, kind: "predicate" }],
      },
    );
    const text = prettyExplanations([explain(hostile, source, ATTACK)], 80, NO_COLORS);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    expect(text).not.toMatch(/^::/m);
    expect(text).toContain("\\u{1b}");
    expect(text).toContain("\\u{202e}");
  });

  test("gives no command to a CI runner", () => {
    const source = SOURCE.replace("const header", "::error::x ##[set-env name=x]y");
    const text = prettyExplanations(
      [explain(siteWith({ message: "::error::x" }), source, "::warning file=x::y")],
      80,
      NO_COLORS,
    );
    expect(text).not.toMatch(/^\s*::|##\[/m);
  });
});
