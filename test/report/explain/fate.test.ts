import { describe, expect, test } from "vitest";
import type { Site } from "../../../src/model/site.ts";
import { explain } from "../../../src/report/explain/explain.ts";
import type { Fate } from "../../../src/report/explain/fate.ts";
import { htmlExplanations } from "../../../src/report/explain/html.ts";
import { markdownExplanations } from "../../../src/report/explain/markdown.ts";
import { plain } from "../../../src/rules/sentence.ts";
import { SITE_RULES } from "../../../src/rules/table.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const FATES: readonly Fate[] = [{ kind: "applied" }, { kind: "left" }, { kind: "silenced", reason: "one scope" }];
const explained = (fate?: Fate, site: Site = SITE) => explain(site, SOURCE, "src/client.mjs", { fate });
/** A site whose edits lie on one line, so that they can be suggested. */
const ONE_LINE = siteWith({ edits: (SITE.edits ?? []).slice(1) }, { granted: { kind: "none", why: "no-provider" } });

describe("what fix made of a site", () => {
  test("changes what is concluded, and what is said of the change", () => {
    const all = [undefined, ...FATES].map((fate) => explained(fate));
    expect(new Set(all.map(({ conclusion }) => plain(conclusion))).size).toBe(4);
    expect(new Set(all.map(({ change }) => plain(change.sentence))).size).toBe(4);
    expect(plain(explained(FATES[2]).conclusion)).toContain("`one scope`");
  });

  test("puts what the code did into the past where it was changed, and only there", () => {
    const [applied, left] = FATES.map((fate) => explained(fate));
    expect(plain(applied?.today[0] ?? [])).toContain("was replaced by the challenged scope");
    expect(applied?.example.courses.map(({ name }) => name)).toEqual(["before the change", "after the change"]);
    expect(plain(left?.today[0] ?? [])).toContain("is replaced by the challenged scope");
    expect(left?.example.courses.map(({ name }) => name)).toEqual(["today", "with the change"]);
  });

  test("has past words for every rule whose change is ever applied", () => {
    const names = { sink: { code: "sink" }, challenged: { code: "scope" } };
    for (const rule of [
      "replaced-scope",
      "challenge-only-scope",
      "replaced-scope-401",
      "shared-401-403-handler",
    ] as const) {
      const { past, today } = SITE_RULES[rule];
      expect(past && plain(past(names))).toMatch(/was replaced|asked|got/);
      expect(past && plain(past(names))).not.toBe(plain(today(names)));
    }
  });

  test("says which form was applied where a handler serves both", () => {
    const guarded = siteWith({ rule: "shared-401-403-handler" }, { doubt: "shared-handler" });
    expect(plain(explained(FATES[0], guarded).change.sentence)).toContain("It was applied: the union on a 403");
  });

  test("leaves a review with its questions, and a union with nothing to do", () => {
    const review = explained({ kind: "left" }, siteWith({ verdict: "review" }));
    expect(plain(review.conclusion)).toContain("Needs your decision");
    const union = siteWith({ verdict: "already-union" });
    expect(explained({ kind: "left" }, union).conclusion).toEqual(explained(undefined, union).conclusion);
  });

  test("does not hide the reason of a comment that was there before", () => {
    const suppressed = siteWith({ suppressed: { rule: "replaced-scope", reason: "long ago", at: SITE } });
    expect(plain(explained({ kind: "left" }, suppressed).conclusion)).toContain("long ago");
  });

  test.each([
    ["Markdown", markdownExplanations],
    ["HTML", htmlExplanations],
  ] as const)("stands beside the verdict in %s", (_, render) => {
    const review = siteWith({ verdict: "review" });
    const of = (fate: Fate | undefined, site?: Site) => render([explained(fate, site)]).replace(/<[^>]*>/g, "");
    expect(of(FATES[0])).toContain("rewrite (applied)");
    expect(of(FATES[1])).toContain("rewrite (not applied)");
    expect(of(FATES[2])).toContain("rewrite (left by a comment)");
    expect(of(FATES[1], review)).toContain("review (open)");
    expect(of(FATES[0])).toContain("Lines and columns are those of the files before it.");
    expect(of(undefined)).not.toMatch(/rewrite \((?:applied|not|left)|files before it/);
  });

  test("does not tell to do what is done", () => {
    for (const render of [markdownExplanations, htmlExplanations]) {
      const review = siteWith({ verdict: "review" });
      expect(render([explained(FATES[0])])).not.toContain("request the union instead");
      expect(render([explained(FATES[1], review)])).toContain("request the union instead");
    }
  });

  test("takes the suggestion away that is applied, or was decided against", () => {
    const suggests = (fate?: Fate) => markdownExplanations([explained(fate, ONE_LINE)]).includes("```suggestion");
    expect([undefined, ...FATES].map(suggests)).toEqual([true, false, true, false]);
  });
});
