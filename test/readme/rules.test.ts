import { describe, expect, test } from "vitest";
import { DOCS, TOOL } from "../../src/report/tool.ts";
import { RULES } from "../../src/rules/table.ts";
import { migrated } from "./migrated.ts";
import { marked, pageAt, tablesOf } from "./pages.ts";

const PAGE = "docs/rules.md";

/** The method in which the page says that its examples stand, in a client that asks for the scope it keeps. */
const inMethod = (
  statements: string,
) => `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
export class Client {
  async send(message) {
    const response = await fetch(this.url, message);
    const { error, scope } = extractWWWAuthenticateParams(response);
    ${statements}
  }
  authorizationUrl() {
    return \`\${this.authorizeUrl}?client_id=\${this.id}&scope=\${this.scope}\`;
  }
}
`;

const examples = marked("rule").map(({ mark = "", text, headings }) => {
  const [rule = "", ...flags] = mark.replace("rule: ", "").split(" ");
  return { rule, flags, text, heading: headings.at(-1) };
});

describe("the rules of docs/rules.md", () => {
  test("stand in a table by their verdict, in their order, with their meaning", () => {
    const rows = (heading: string) =>
      tablesOf(PAGE, heading).flatMap((table) => table.rows.map(([id, meaning]) => [id, meaning]));
    const rules = (verdict: string) =>
      Object.entries(RULES).flatMap(([id, rule]) =>
        rule.verdict === verdict ? [[`[\`${id}\`](#${id})`, rule.meaning]] : [],
      );
    expect(rows("Rewritten")).toEqual(rules("rewrite"));
    expect(rows("Reported for review")).toEqual(rules("review"));
    expect(rows("Left alone")).toEqual(rules("already-union"));
    expect(rows("Advice")).toEqual(rules("advice"));
  });

  test("have a heading each, in their order", () => {
    const { headings } = pageAt(PAGE);
    expect(headings.slice(headings.indexOf("Rule by rule") + 1)).toEqual(Object.keys(RULES));
  });

  test("are where reports link to: on the page that the package of this version holds", () => {
    expect(DOCS).toBe(`https://unpkg.com/${TOOL.name}@${TOOL.version}/${PAGE}`);
  });

  test("have an example each, below their heading", () => {
    expect(examples.map(({ rule }) => rule)).toEqual(Object.keys(RULES));
    expect(examples.map(({ heading }) => heading)).toEqual(Object.keys(RULES));
  });

  test.each(examples)("$rule is what its example shows", async ({ rule, flags, text }) => {
    const { verdict } = RULES[rule as keyof typeof RULES];
    const { lines } = await migrated("src/client.mjs", inMethod(text), flags);
    const reported = lines.flatMap((line) => /^\d+:\d+ (\S+ \S+)/.exec(line)?.[1] ?? []);
    const advice = lines.flatMap((line) => [...line.matchAll(/\[advice ([\w-]+):/g)].map(([, id]) => id));
    if (verdict === "advice") expect(advice).toContain(rule);
    else if (verdict === "already-union") expect(reported).toEqual([`${verdict} ${rule}`]);
    else expect(reported.filter((line) => !line.startsWith("already-union"))).toEqual([`${verdict} ${rule}`]);
  });

  test("which are asked for by an option are not found without it", async () => {
    const optional = examples.filter(({ flags }) => flags.length > 0);
    expect(optional.map(({ rule }) => rule)).toEqual(["replaced-scope-401"]);
    for (const { rule, text } of optional) {
      const { lines } = await migrated("src/client.mjs", inMethod(text), []);
      expect(lines.filter((line) => line.includes(rule))).toEqual([]);
    }
  });
});
