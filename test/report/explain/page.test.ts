import { describe, expect, test } from "vitest";
import { explain } from "../../../src/report/explain/explain.ts";
import type { Explanation } from "../../../src/report/explain/explanation.ts";
import { htmlExplanations } from "../../../src/report/explain/html.ts";
import { jsonExplanations } from "../../../src/report/explain/json.ts";
import { markdownExplanations } from "../../../src/report/explain/markdown.ts";
import { prettyExplanations } from "../../../src/report/explain/pretty.ts";
import { SECTIONS } from "../../../src/report/explain/words.ts";
import { NO_COLORS } from "../../../src/report/paint.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { discoverFixtures } from "../../fixtures/discover.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { MADE } from "./made.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const explained = (site = SITE) => explain(site, SOURCE, "src/client.mjs");
const SHARED = siteWith({ rule: "shared-401-403-handler", verdict: "review" }, { doubt: "shared-handler" });
const kindsOf = ({ page }: Explanation) => page.map(({ kind }) => kind);

/** What each format makes of explanations. */
const FORMATS = {
  pretty: (all: readonly Explanation[]) => prettyExplanations(all, 100, NO_COLORS),
  markdown: (all: readonly Explanation[]) => markdownExplanations(all),
  html: (all: readonly Explanation[]) => htmlExplanations(all).replace(/[\s\S]*<\/style>/, ""),
};

describe("the order", () => {
  test("is verdict, decision, change, code, proof, limits, example", () => {
    const kinds = ["verdict", "decisions", "change", "excerpt", "proof", "limits", "example"];
    expect(kindsOf(explained(SHARED))).toEqual(kinds);
  });

  test.each(Object.entries(FORMATS))("is the same in %s", (_, render) => {
    const text = render([explained(SHARED)]);
    const headings = [...Object.values(SECTIONS), "References"].map((title) =>
      text.search(
        new RegExp(`^[^\\w]*(?:<[^>]*>)*(?:[>* #]*)${title}(?:\\*\\*|</h\\d>.*)?$|<h\\d[^>]*>${title}<`, "m"),
      ),
    );
    expect(headings).not.toContain(-1);
    expect(headings).toEqual(headings.toSorted((a, b) => a - b));
  });

  test.each(Object.entries(FORMATS))("of sites begins with those that need a decision in %s", (_, render) => {
    const kept = siteWith({ rule: "union-kept", verdict: "already-union", edits: undefined, line: 7 });
    const text = render([kept, SITE, SHARED].map(explained));
    const places = ["union-kept", "replaced-scope", "shared-401-403-handler"].map((rule) => text.lastIndexOf(rule));
    expect(places).toEqual(places.toSorted((a, b) => b - a));
  });
});

describe("what is left out", () => {
  test("is the change of a union, and the example where it is the common one", () => {
    expect(
      kindsOf(explained(siteWith({ rule: "union-kept", verdict: "already-union", proof: [], advice: [] }))),
    ).toEqual(["verdict", "excerpt", "proof"]);
    expect(kindsOf(explained())).not.toContain("example");
    // A client that keeps nothing is sent round all the same.
    const nothing = { granted: { kind: "none", why: "no-provider" }, previous: undefined } as const;
    const alone = siteWith({ edits: undefined }, nothing);
    expect(kindsOf(explained(alone))).toContain("example");
  });

  test.each(Object.entries(FORMATS))("is a second mention of a reference in %s", (_, render) => {
    const text = render([SITE, SITE, SHARED].map(explained));
    expect(text.match(/rfc6750#section-3\.1/g)).toHaveLength(1);
  });

  test("is the page, for programs", () => {
    expect(jsonExplanations([explained()], MADE)).not.toContain('"page"');
    expect(JSON.parse(jsonExplanations([explained(SHARED)], MADE)).explanations[0]).toMatchObject({
      finding: `${SHARED.message}.`,
      decisions: [{ answers: [{ answer: "yes" }, { answer: "no" }] }],
    });
  });
});

describe("what an option asks for", () => {
  test.each([
    ["--shared-handlers=guard", siteWith({ rule: "shared-401-403-handler" }, { doubt: "shared-handler" })],
    ["--on-401=union", siteWith({ rule: "replaced-scope-401" }, { proof: "401" })],
  ])("by %s is not said to be proved", (option, site) => {
    for (const fate of [undefined, { kind: "applied" }, { kind: "left" }] as const) {
      const { conclusion } = explain(site, SOURCE, "a.mjs", { fate });
      expect(plain(conclusion)).toContain(`\`${option}\``);
      expect(plain(conclusion)).not.toMatch(/Proved/);
    }
  });
});

describe("the length", () => {
  const pages = discoverFixtures().fixtures.flatMap(({ input, name, extension, options }) =>
    analyzeOnce(input, `${name}${extension}`, engineOptions(options, extension)).sites.map((site) =>
      wordsOf(explain(site, input, name)),
    ),
  );
  const sorted = pages.toSorted((a, b) => a - b);

  test("is some 150 words for half of all sites, code aside", () => {
    expect(sorted.length).toBeGreaterThan(1_000);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(170);
    expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(250);
  });
});

/** The words of a page, its heading included: all but lines of code and tables, of which the notes count. */
function wordsOf({ page, rule, verdict, file }: Explanation): number {
  const texts = page.map((block) => {
    switch (block.kind) {
      case "verdict":
        return [plain(block.sentence)];
      case "decisions":
        return block.decisions.flatMap(({ question, answers }) => [
          plain(question),
          ...answers.flatMap(({ answer, action }) => [answer, plain(action)]),
        ]);
      case "change":
        return [block.change.sentence, ...block.change.remarks].map(plain);
      case "excerpt":
        return block.lines.flatMap(({ notes }) => notes);
      case "example":
        return [plain(block.example.start), plain(block.example.outcome)];
      default:
        return block.sentences.map(plain);
    }
  });
  const headings = page.map(({ kind }) => (kind === "verdict" ? `${rule} ${verdict} ${file}` : SECTIONS[kind]));
  return [...headings, ...texts.flat()]
    .join(" ")
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length;
}
