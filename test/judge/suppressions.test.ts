import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import type { Suppression } from "../../src/model/suppression.ts";

const SITE = "this._scope = scope;";
const RULE = "replaced-scope -- only one scope is ever granted";

/** A handler with some lines in place of its site, which is `replaced-scope` on the first line that holds it. */
function handler(...lines: string[]): string {
  return `import { auth, extractWWWAuthenticateParams } from "./auth.js";
export class Client {
  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
${lines.join("\n")}
      await auth(this.provider, { serverUrl: this.url, scope: this._scope });
    }
  }
}
`;
}

/** The first line of what `handler` is given, 1-based. */
const FIRST = 6;

function run(source: string, path = "client.mjs") {
  const { sites, edits, suppressions, text } = analyze(source, path);
  const [site] = sites;
  return {
    reason: site?.suppressed?.reason,
    states: suppressions.map(({ state }) => state),
    edits,
    suppressions,
    text,
  };
}

function only(source: string): Suppression {
  const { suppressions } = analyze(source, "client.mjs");
  expect(suppressions).toHaveLength(1);
  return suppressions[0] as Suppression;
}

describe("a site is left as it is", () => {
  const forms: Record<string, string[]> = {
    "by a comment above it": [`// step-up-union-ignore-next-line ${RULE}`, SITE],
    "by a block comment above it": [`/* step-up-union-ignore-next-line ${RULE} */`, SITE],
    "by a block of several lines": ["/**", ` * step-up-union-ignore-next-line ${RULE}`, " */", SITE],
    "by a comment behind the line above": [`foo(); // step-up-union-ignore-next-line ${RULE}`, SITE],
    "by a comment with more comments below it": [
      `// step-up-union-ignore-next-line ${RULE}`,
      "// and that is that",
      "/* prettier-ignore */",
      SITE,
    ],
    "by a comment at the end of its line": [`${SITE} // step-up-union-ignore-line ${RULE}`],
    "by a block comment at the end of its line": [`${SITE} /* step-up-union-ignore-line ${RULE} */`],
    "by a block comment before it on its line": [`/* step-up-union-ignore-line ${RULE} */ ${SITE}`],
    "by the first line of a site of several": [`this._scope = // step-up-union-ignore-line ${RULE}`, "        scope;"],
    "by one rule of several": [
      "// step-up-union-ignore-next-line replaced-scope,refresh-cannot-widen -- because",
      SITE,
    ],
    "with a longer dash, and without spaces around it": ["//step-up-union-ignore-next-line replaced-scope---r", SITE],
  };
  test.each(Object.entries(forms))("%s", (_, lines) => {
    const source = handler(...lines);
    const { reason, states, edits, text } = run(source);
    expect(reason).toMatch(/^(only one scope is ever granted|because|r)$/);
    expect(states).toEqual(["used"]);
    expect(edits).toEqual([]);
    expect(text).toBe(source);
    expect(run(source.replaceAll("\n", "\r\n")).states).toEqual(["used"]);
    expect(run(source, "client.ts").states).toEqual(["used"]);
  });
});

describe("a site is not left as it is", () => {
  const forms: Record<string, [lines: string[], states: string[]]> = {
    "by a comment two lines above": [[`// step-up-union-ignore-next-line ${RULE}`, "", SITE], ["unused"]],
    "by a comment above that is about its own line": [[`// step-up-union-ignore-line ${RULE}`, SITE], ["unused"]],
    "by a comment on its line that is about the next": [
      [`${SITE} // step-up-union-ignore-next-line ${RULE}`],
      ["unused"],
    ],
    "by the last line of a site of several": [
      ["this._scope =", `        scope; // step-up-union-ignore-line ${RULE}`],
      ["unused"],
    ],
    "by another rule": [["// step-up-union-ignore-next-line unfit-sink -- because", SITE], ["unused"]],
    "by an advice": [["// step-up-union-ignore-next-line unbounded-step-up -- because", SITE], ["unused"]],
    "without a reason": [["// step-up-union-ignore-next-line replaced-scope", SITE], ["no-reason"]],
    "with an empty reason": [["// step-up-union-ignore-next-line replaced-scope -- ", SITE], ["no-reason"]],
    "without a rule": [["// step-up-union-ignore-next-line -- because", SITE], ["unknown-rule"]],
    "with a rule that does not exist": [["// step-up-union-ignore-next-line all -- because", SITE], ["unknown-rule"]],
    "where one of the rules does not exist": [
      ["// step-up-union-ignore-next-line replaced-scope, all -- because", SITE],
      ["unknown-rule"],
    ],
    "by a form that does not exist": [[`// step-up-union-ignore ${RULE}`, SITE], ["unknown-form"]],
    "by a comment that only mentions one": [[`// see step-up-union-ignore-next-line ${RULE}`, SITE], []],
    "by a text": [[`log("\\\n// step-up-union-ignore-next-line ${RULE}\\\n");`, SITE], []],
    "by a template literal": [[`log(\`\n// step-up-union-ignore-next-line ${RULE}\`);`, SITE], []],
  };
  test.each(Object.entries(forms))("%s", (_, [lines, states]) => {
    const found = run(handler(...lines));
    expect(found.reason).toBeUndefined();
    expect(found.edits).not.toEqual([]);
    expect(found.states).toEqual(states);
  });
});

test("a suppression is data: where it stands, what it names, why, and what is wrong", () => {
  const suppression = only(handler("foo(); /* step-up-union-ignore-next-line replaced-scop -- a -- b */", SITE));
  expect(suppression).toMatchObject({
    line: FIRST,
    column: 8,
    endLine: FIRST,
    rules: ["replaced-scop"],
    reason: "a -- b",
    state: "unknown-rule",
    message: "there is no rule replaced-scop; did you mean replaced-scope?",
  });
});

test("what is wrong is said so that it can be mended", () => {
  const message = (...lines: string[]) => only(handler(...lines, SITE)).message;
  expect(message(`// step-up-union-ignore-nextline ${RULE}`)).toBe(
    "step-up-union-ignore-nextline is not known; write step-up-union-ignore-next-line or step-up-union-ignore-line",
  );
  expect(message("// step-up-union-ignore-next-line")).toBe(
    "it names no rule; write step-up-union-ignore-next-line <rule> -- <reason>",
  );
  expect(message("// step-up-union-ignore-next-line replaced-scope")).toBe(
    "it gives no reason; write step-up-union-ignore-next-line replaced-scope -- <reason>",
  );
  expect(message("// step-up-union-ignore-next-line replaced-scope, unfit-sink -- r")).toBe(
    `line ${FIRST + 1} has no finding of unfit-sink`,
  );
  expect(message(`// step-up-union-ignore-next-line ${RULE}`)).toBeUndefined();
});

test("an advice is left out by its own rule, and its site stays", () => {
  const source = handler(`${SITE} // step-up-union-ignore-line refresh-cannot-widen -- there is no refresh token`);
  const [site] = analyze(source, "client.mjs").sites;
  expect(site?.suppressed).toBeUndefined();
  expect(site?.advice.find(({ rule }) => rule === "refresh-cannot-widen")?.suppressed?.reason).toBe(
    "there is no refresh token",
  );
  expect(run(source)).toMatchObject({ states: ["used"] });
});

test("suppressions for one line add up", () => {
  const advice = "// step-up-union-ignore-next-line refresh-cannot-widen -- there is no refresh token";
  expect(run(handler(`// step-up-union-ignore-next-line ${RULE}`, advice, SITE)).states).toEqual(["used", "used"]);
});

test("what is a union already is no finding, so its suppression is of no use", () => {
  const union = 'this._scope = [...new Set([this._scope, scope])].join(" ");';
  const analysis = analyze(handler("// step-up-union-ignore-next-line union-kept -- r", union), "client.mjs");
  expect(analysis.sites).toMatchObject([{ rule: "union-kept" }]);
  expect(analysis.sites[0]).not.toHaveProperty("suppressed");
  expect(analysis.suppressions).toMatchObject([{ state: "unused" }]);
});

test("a suppression that outlived its site is found in a file without any evidence", () => {
  const source = `// step-up-union-ignore-next-line ${RULE}\nexport const scope = "read";\n`;
  expect(run(source)).toMatchObject({ states: ["unused"], edits: [], text: source });
});
