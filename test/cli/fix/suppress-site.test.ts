import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { commentText, suppressSite } from "../../../src/cli/fix/suppress-site.ts";
import { splice } from "../../../src/edit/splice.ts";
import type { CheckedFile } from "../../../src/model/outcome.ts";
import type { Site } from "../../../src/model/site.ts";
import { analyzeOnce } from "../../fixtures/analyze-once.ts";
import { fixturesByTurn } from "../../fixtures/by-turn.ts";
import { engineOptions } from "../../fixtures/engine-options.ts";
import { assertParses } from "../../fixtures/parse.ts";
import { byTurn } from "../../thoroughness.ts";

/** A file as `check` finds it. */
const checked = (source: string): CheckedFile => {
  const { sites, edits, suppressions } = analyze(source, "client.tsx");
  return { file: "client.tsx", source, sites, edits, suppressions };
};

function suppressed(source: string, reason = "one scope only", index = 0): string {
  const file = checked(source);
  const found = suppressSite(file, file.sites[index] as Site, reason);
  return "edit" in found ? splice(source, [found.edit]) : found.refusal;
}

/** A site on a line that begins within a template. */
const TEMPLATE = `      log(\`step-up
        for \${(this._scope = scope)}\`);`;

const handler = (body: string): string => `class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
${body}
      await auth(this.provider, { scope: this._scope });
    }
  }
}
`;

describe("the finding of a fixture is left as it is by the comment that is made for it", () => {
  let alone = 0;
  for (const { kind, name, extension, input, options } of fixturesByTurn("suppressed by fix", 3)) {
    const find = (source: string) =>
      analyzeOnce(source, `src/${name}${extension}`, engineOptions(options, extension)).sites;
    const sites = find(input);
    const file = { file: `src/${name}${extension}`, source: input, sites, edits: [], suppressions: [] };
    const cases = [...sites.entries()].filter(
      ([, { verdict, suppressed }]) => verdict !== "already-union" && !suppressed,
    );
    for (const [index, site] of byTurn(name, cases)) {
      test(`${kind}/${name}, ${index + 1}`, () => {
        const made = suppressSite(file, site, "known");
        const like = sites.filter(({ line, rule }) => line === site.line && rule === site.rule);
        if (like.length > 1) {
          expect(made).toEqual({ refusal: "others-on-the-line" });
          return;
        }
        alone++;
        expect(made).toHaveProperty("edit");
        const text = "edit" in made ? splice(input, [made.edit]) : "";
        assertParses(text, extension);
        const after = find(text);
        expect(after.map((each) => each.suppressed?.reason)).toEqual(
          sites.map((each) => (each === site ? "known" : each.suppressed?.reason)),
        );
      });
    }
  }
  test("nearly everywhere", () => expect(alone).toBeGreaterThan(150));
});

describe("the comment stands", () => {
  test("on a line of its own, indented like the site's", () => {
    expect(suppressed(handler("      this._scope = scope;"))).toBe(
      handler("      // step-up-union-ignore-next-line replaced-scope -- one scope only\n      this._scope = scope;"),
    );
  });

  test("with the line ending and the tabs of the file", () => {
    const source = handler("\t\tthis._scope = scope;").replaceAll("\n", "\r\n");
    expect(suppressed(source)).toContain("-- one scope only\r\n\t\tthis._scope");
    expect(suppressed(source).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("above the comments by which other tools know the line", () => {
    const lines = [
      "// eslint-disable-next-line no-restricted-syntax",
      "// @ts-expect-error: readonly",
      "this._scope = scope;",
    ];
    const text = suppressed(handler(lines.map((line) => `      ${line}`).join("\n")));
    expect(
      text
        .split("\n")
        .slice(4, 8)
        .map((line) => line.trim()),
    ).toEqual(["// step-up-union-ignore-next-line replaced-scope -- one scope only", ...lines]);
  });

  test("below the comments of people", () => {
    const text = suppressed(handler("      // what is granted\n      this._scope = scope;"));
    expect(text).toContain("      // what is granted\n      // step-up-union-ignore-next-line");
  });

  test("right before a site whose line begins within a template", () => {
    const text = suppressed(handler(TEMPLATE));
    expect(text).toContain("{(/* step-up-union-ignore-line replaced-scope -- one scope only */ this._scope = scope)}");
  });

  test("right before a site whose line begins within the text of an element", () => {
    const source = handler("      show(<p>\n        Asked for {(this._scope = scope)}\n      </p>);");
    expect(suppressed(source)).toContain("Asked for {(/* step-up-union-ignore-line");
  });
});

describe("there is no comment", () => {
  test("that would silence another site of the rule on its line", () => {
    const one = handler("      this._scope = scope;").replace(/\n */g, " ");
    expect(suppressed(one + one)).toBe("others-on-the-line");
  });

  test("without a reason", () => {
    const source = handler("      this._scope = scope;");
    expect(suppressed(source, "")).toBe("no-reason");
    expect(suppressed(source, " \n\u202e\u0000 ")).toBe("no-reason");
  });

  test("for a site of another file", () => {
    const [site] = checked(handler("      this._scope = scope;")).sites;
    expect(suppressSite(checked("const a = 1;"), site as Site, "known")).toEqual({ refusal: "no-place" });
  });
});

test("no reason leaves its comment, wherever that stands", () => {
  const hostile = fc.array(
    fc.constantFrom("*/", "*", "/", "\n", "\r", "\u2028", "--", "-", "`", "$", "{", "\u001b", "a", " "),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const sources = [handler("      this._scope = scope;"), handler(TEMPLATE)];
  fc.assert(
    fc.property(
      fc.oneof(
        hostile.map((parts) => parts.join("")),
        fc.string(),
      ),
      (reason) => {
        for (const source of sources) {
          const file = checked(source);
          const made = suppressSite(file, file.sites[0] as Site, reason);
          if (commentText(reason) === "") {
            expect(made).toEqual({ refusal: "no-reason" });
            continue;
          }
          if (!("edit" in made)) throw new Error(made.refusal);
          expect(made.edit.text.trimEnd()).not.toMatch(/[\n\r\u2028\u2029]/);
          const text = splice(source, [made.edit]);
          expect(checked(text).sites[0]?.suppressed).toBeDefined();
        }
      },
    ),
    { numRuns: 80 },
  );
});
