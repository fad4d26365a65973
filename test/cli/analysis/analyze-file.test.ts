import { parse } from "@babel/parser";
import { describe, expect, it } from "vitest";
import { analyzeFile } from "../../../src/cli/analysis/analyze-file.ts";
import { tempProject } from "../../temp-project.ts";

const analyzed = (source: string) => {
  const { root, path } = tempProject({ "package.json": '{ "name": "client" }', "client.ts": source });
  return analyzeFile({
    path: path("client.ts"),
    file: "client.ts",
    source,
    values: {},
    names: [],
    workingFolder: root,
  });
};

/**
 * A step-up handler.
 *
 * @param value an expression in it
 * @param before a statement before it
 */
const handler = (value: string, before = "") => `
import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
interface Failure { code: string; scope: string }
interface Client { provider: OAuthClientProvider; scope: string; note: unknown }
async function send(error: Failure, client: Client, flags: Record<string, boolean>) {
  if (error.code === "insufficient_scope") {
    ${before}
    client.note = ${value};
    client.scope = error.scope;
    await auth(client.provider, { serverUrl: "https://mcp.example", scope: client.scope });
  }
}
`;

describe("deeply nested code", () => {
  it("is too large where the parser's stack does not suffice", () => {
    const source = handler(`${"(".repeat(20_000)}1${")".repeat(20_000)}`);
    expect(() => parse(source, { sourceType: "module", plugins: ["typescript"] })).toThrow(RangeError);
    expect(analyzed(source)).toEqual({
      failure: { kind: "too-large", file: "client.ts", message: expect.stringContaining("nested too deeply") },
    });
  });

  const repeated = (count: number, part: string) => part.repeat(count);
  const operands = (operator: string) =>
    Array.from({ length: 1500 }, (_, index) => `flags.f${index}`).join(` ${operator} `);

  // Not much less than the parser itself has the stack for.
  it.each([
    ["operands of ||", handler(operands("||"))],
    ["operands of &&", handler(operands("&&"))],
    ["operands of ??", handler(operands("??"))],
    ["operands of +", handler(operands("+"))],
    ["conditions joined by ||", handler("1", `if (${operands("||")}) return;`)],
    ["conditions joined by &&", handler("1", `if (${operands("&&")}) return;`)],
    ["negations", handler("1", `if (${repeated(3000, "!")}flags.a) return;`)],
    ["try statements", handler("1", `${repeated(700, "try {")}${repeated(700, "} finally {}")}`)],
    ["else-if branches", handler("1", `${repeated(1000, "if (flags.a) note(); else ")}return;`)],
  ])("is read where it is of many %s", (_name, source) => {
    const { checked, failure } = analyzed(source);
    expect(failure).toBeUndefined();
    expect(checked?.sites.map(({ rule }) => rule)).toEqual(["replaced-scope"]);
  });

  it("is read where constants rest on each other, however many", () => {
    const names = Array.from({ length: 4000 }, (_, index) => index);
    const chain = names.map((index) => `const c${index + 1} = c${index} && c${index};`).join("\n");
    const { checked } = analyzed(handler("1", `const c0 = flags.a;\n${chain}\nif (c4000) return;`));
    expect(checked?.sites.map(({ rule }) => rule)).toEqual(["replaced-scope"]);
  });
});
