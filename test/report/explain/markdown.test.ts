import { describe, expect, test } from "vitest";
import { explain, explainAll } from "../../../src/report/explain/explain.ts";
import type { Explanation } from "../../../src/report/explain/explanation.ts";
import { codeBlock, codeCell, codeSpan, inertText } from "../../../src/report/explain/inert-markdown.ts";
import { COMMENT_LIMIT, markdownExplanations } from "../../../src/report/explain/markdown.ts";
import { SITE, SOURCE, siteWith } from "./site.ts";

const explained = (site = SITE, source = SOURCE, file = "src/client.mjs") => explain(site, source, file);
const markdown = (site = SITE, source = SOURCE, file = "src/client.mjs") =>
  markdownExplanations([explained(site, source, file)]);
const sectionsOf = (text: string) => [...text.matchAll(/^<summary>.*<\/summary>$/gm)].map(([line]) => line);

/** A site whose edits lie on one line. */
const ONE_LINE = siteWith({ edits: (SITE.edits ?? []).slice(1) }, { granted: { kind: "none", why: "no-provider" } });

test("the report about a site", () => expect(markdown()).toMatchSnapshot());

test("of no site says so", () => {
  expect(markdownExplanations([])).toBe(
    "## Step-up authorization: request the union of scopes\n\nNo step-up handler replaces the requested scope.\n",
  );
});

describe("a suggestion", () => {
  test("holds the new lines where the edits lie on consecutive lines", () => {
    expect(markdown(ONE_LINE)).toContain(
      "To be applied to line 10, along with `unionScopes`, which it calls:\n\n```suggestion\n        this._scope = unionScopes(tokens?.scope, this._scope, scope);\n```",
    );
  });

  test("says nothing of the helper where the file has it", () => {
    expect(markdown(ONE_LINE, `${SOURCE}function unionScopes() {}\n`)).toContain("To be applied to line 10:\n");
  });

  test("is left out where they do not, or where a line can't be shown as it is", () => {
    expect(markdown()).not.toContain("```suggestion");
    expect(
      markdown(
        ONE_LINE,
        SOURCE.replace("this._scope = scope;\n        this", "this._scope = scope;\u202e\n        this"),
      ),
    ).not.toContain("```suggestion");
    expect(markdown(siteWith({ edits: undefined }))).not.toContain("```suggestion");
  });

  test("has a fence that its lines can't close", () => {
    const [first, last] = ONE_LINE.edits ?? [];
    if (!first || !last) throw new Error("no edits");
    const edits = [
      { ...first, text: "union(`````, " },
      { ...last, text: ")" },
    ];
    expect(markdown(siteWith({ edits }))).toMatch(/^`{6}suggestion\n.*`{5}.*\n`{6}$/m);
  });
});

describe("the order", () => {
  const file = (name: string, ...sites: (typeof SITE)[]) => ({ file: name, source: SOURCE, sites });
  const suppressed = { rule: "replaced-scope", reason: "r", at: SITE } as const;

  test("is review, rewrite, already a union, then what is suppressed", () => {
    const explanations = explainAll([
      file("a.mjs", siteWith({ rule: "union-kept", verdict: "already-union" }), siteWith({ suppressed })),
      file("b.mjs", siteWith({ rule: "unfit-sink", verdict: "review" }), SITE),
    ]);
    const text = markdownExplanations(explanations);
    expect(
      text.match(/^\| (?:rewrite|review|already).*$/gm)?.map((row) => row.split(" | ").slice(0, 2).join(" ")),
    ).toEqual([
      "| review `b.mjs:10:9`",
      "| rewrite `b.mjs:10:9`",
      "| already-union `a.mjs:10:9`",
      "| rewrite (suppressed) `a.mjs:10:9`",
    ]);
    expect(sectionsOf(text).map((line) => line.replace(/<[^>]*>/g, ""))).toEqual([
      "review b.mjs:10:9 unfit-sink",
      "rewrite b.mjs:10:9 replaced-scope",
      "already-union a.mjs:10:9 union-kept",
      "rewrite (suppressed) a.mjs:10:9 replaced-scope",
    ]);
    expect(text).toContain("4 sites in 2 files: 1 review, 2 rewrite, 1 already-union; 1 suppressed.");
  });
});

describe("the size", () => {
  const many = (count: number): Explanation[] =>
    explainAll([
      {
        file: "src/client.mjs",
        source: SOURCE,
        sites: Array.from({ length: count }, (_, index) =>
          siteWith(
            index % 2 === 0 ? { line: index + 1, verdict: "already-union", rule: "union-kept" } : { line: index + 1 },
          ),
        ),
      },
    ]);

  test.each([1_000, 1_500, 6_000, 20_000, COMMENT_LIMIT])(
    "is at most %i, in whole sections, the important ones first",
    (limit) => {
      const text = markdownExplanations(many(200), limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.match(/^<details>$/gm)?.length ?? 0).toBe(text.match(/^<\/details>$/gm)?.length ?? 0);
      const sections = sectionsOf(text);
      expect(sections.every((line) => line.includes("<b>rewrite</b>"))).toBe(true);
      expect(text).toContain(`The sections of ${200 - sections.length} sites are left out`);
      const rows = text.match(/^\| (?:rewrite|already).*\|$/gm) ?? [];
      expect(text.includes("The table leaves out")).toBe(rows.length < 200);
      if (rows.length < 200) expect(text).toContain(`The table leaves out ${200 - rows.length} sites`);
    },
  );

  test("does not leave all out because of one that is too large by itself", () => {
    const lines = "a long line of code, over and over again();\n".repeat(500);
    const [first, ...edits] = SITE.edits ?? [];
    const huge = siteWith({ edits: first ? [{ ...first, text: lines }, ...edits] : [] });
    const text = markdownExplanations(explainAll([{ file: "a.mjs", source: SOURCE, sites: [huge, SITE] }]), 20_000);
    expect(sectionsOf(text)).toHaveLength(1);
    expect(text).toContain("The sections of 1 site are left out");
  });

  test("says nothing of a cut where all fits", () => {
    const text = markdownExplanations(many(4));
    expect(sectionsOf(text)).toHaveLength(4);
    expect(text).not.toContain("left out");
  });

  test("below that of a title is refused", () => {
    expect(() => markdownExplanations(many(1), 999)).toThrow(RangeError);
  });
});

test("a suggestion of several lines names them all", () => {
  const start = SOURCE.indexOf("const header");
  const end = SOURCE.indexOf("again", start) + 5;
  const edits = [{ start, end, text: "changed();\nagain();", role: "union" as const }];
  expect(markdown(siteWith({ edits }))).toContain("To be applied to lines 8 to 9, along with");
});

describe("the decision", () => {
  const REVIEW = siteWith({ rule: "unproven-step-up", verdict: "review" }, { doubt: "status-only" });

  test("stands in a quote right below the verdict, each answer with what to do, its section open", () => {
    expect(markdown(REVIEW)).toMatch(
      /^<details open>\n<summary>.*<\/summary>\n\n.*\n\n> \*\*Decision needed\*\*\n>\n> .*\?\n> - \*\*yes\*\* → .+\n> - \*\*no\*\* → .+\n\n#### Change$/m,
    );
    expect(markdown(REVIEW)).toContain("| `unproven-step-up` | yes |");
  });

  test("is not asked for where nothing is left to decide", () => {
    expect(markdown()).not.toContain("Decision needed");
    expect(markdown()).toContain("| `replaced-scope` | no |");
    expect(markdown()).toContain("<details>\n");
  });
});

test("the fingerprint of a site stands at the end of its section", () => {
  const known = new Map([[SITE, "0123456789abcdef"]]);
  const text = markdownExplanations(explainAll([{ file: "a.mjs", source: SOURCE, sites: [SITE] }], undefined, known));
  expect(text).toContain("\n\nFingerprint `0123456789abcdef`\n\n</details>");
});

describe("hostile text", () => {
  const ATTACK =
    "`` ` ```\n</details><img src=x onerror=alert(1)>|@team #1 [x](javascript:y) https://evil.example \u202e";

  test("stays text", () => {
    expect(inertText("@octocat")).toBe("@&#8203;octocat");
    expect(inertText("see #12 and a/b#3, GH-4")).toBe("see #&#8203;12 and a/b#&#8203;3, GH&#8203;-4");
    expect(inertText("<b>&amp;")).toBe("&#60;b&#62;&#38;amp;");
    expect(inertText("[a](b) *c* _d_ snake_case `e` ~f~ |")).toBe(
      "\\[a\\](b) \\*c\\* \\_d\\_ snake_case \\`e\\` \\~f\\~ \\|",
    );
    expect(inertText("https://x www.x")).toBe("https:&#8203;//x www&#8203;.x");
    expect(inertText("a\n# b")).toBe("a\\\\u{a}#&#8203; b");
  });

  test("code stays in its span, cell and block", () => {
    expect(codeSpan("a")).toBe("`a`");
    expect(codeSpan("a`b``c")).toBe("```a`b``c```");
    expect(codeSpan("`")).toBe("`` ` ``");
    expect(codeSpan("")).toBe("`   `");
    expect(codeSpan("a\nb")).toBe("`a\\u{a}b`");
    expect(codeCell("a|b")).toBe("`a\\|b`");
    expect(codeBlock("diff", ["+```", "\u001b"])).toBe("````diff\n+```\n\\u{1b}\n````");
  });

  test("closes no section, and neither mentions, links nor draws anything", () => {
    const excerpt = { ...SITE.reasons.sink, text: ATTACK };
    const [first, ...rest] = SITE.edits ?? [];
    if (!first) throw new Error("no edits");
    const hostile = siteWith(
      {
        message: ATTACK,
        advice: [{ rule: "unbounded-step-up", message: ATTACK }],
        suppressed: { rule: "replaced-scope", reason: ATTACK, at: SITE },
        edits: [{ ...first, text: ATTACK }, ...rest],
      },
      { sink: excerpt, challenged: excerpt, evidence: [{ ...excerpt, kind: "status" }], previous: ATTACK },
    );
    const text = markdown(hostile, SOURCE, ATTACK);
    expect(text.match(/^<\/details>$/gm)).toHaveLength(1);
    const outside = withoutCode(text);
    expect(outside).not.toMatch(/<(?!\/?(?:details|summary|b|code)>)|@[a-z]|(?<!&)#\d|[^\\]\]\(javascript/);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

/** A text without its blocks, spans and elements of code, in which nothing comes to life. */
function withoutCode(text: string): string {
  return text
    .replace(/^(`{3,})[a-z]*\n[\s\S]*?\n\1$/gm, "")
    .replace(/<code>[^<]*<\/code>/g, "")
    .replace(/(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
}
