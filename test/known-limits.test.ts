import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { analyze } from "../src/analyze.ts";
import { fileOf, inHandler, KNOWN_LIMITS } from "./known-limits/limits.ts";

/** What the engine says about a file, in the words of `KnownLimit.today`. */
function saidOf(source: string): string {
  const { sites } = analyze(source, "src/client.mjs");
  return sites.map(({ verdict, rule }) => `${verdict} ${rule}`).join(", ") || "nothing";
}

describe("known limits", () => {
  test("stand in a handler in which the engine sees what it can see", () => {
    expect(saidOf(inHandler('if (error === "insufficient_scope") this.scope = scope;'))).toBe("rewrite replaced-scope");
    expect(saidOf(inHandler("this.scope = scope;"))).toBe("nothing");
  });

  test("are reached by a chain of more than a hundred branches with a site in each", () => {
    const branch = (value: number) =>
      `if (this.kind === ${value} && error === "insufficient_scope") { this.scope = scope; await auth(this.provider, { serverUrl: this.url, scope: this.scope }); }`;
    const source = inHandler(Array.from({ length: 150 }, (_, value) => branch(value)).join(" else "));
    expect(analyze(source, "src/client.mjs").sites).toHaveLength(101);
  });

  test("are reached by an async function lowered to ES5 that waits between the evidence and the site", () => {
    const lowered = (statements: string) =>
      ts.transpileModule(inHandler(`if (error === "insufficient_scope") { ${statements} }`), {
        compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.ESNext },
      }).outputText;
    expect(saidOf(lowered("this.scope = scope;"))).toBe("rewrite replaced-scope");
    expect(saidOf(lowered("await this.settle(); this.scope = scope;"))).toBe("nothing");
  });

  test.each(KNOWN_LIMITS)("$title", (limit) => {
    expect(saidOf(fileOf(limit))).toBe(limit.today);
  });
});
