import { describe, expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

const head = `
import { auth, type OAuthClientProvider, parseChallenge } from "./auth.js";
import type { Known } from "./known.js";
`;

/** A class with a handler whose sink has a type. */
const transport = (name: string, type: string, value: string) => `
export class ${name} {
  private _scope: ${type} | undefined;
  constructor(private _provider: OAuthClientProvider) {}
  async send(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response);
    if (error === "insufficient_scope") {
      this._scope = ${value};
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
`;

const files = {
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,
  "src/known.ts": `export type Known = "files:read" | "files:write";\n`,
  "src/both.ts": `${head}${transport("Narrow", "Known", "scope as Known")}${transport("Wide", "string", "scope")}`,
  "src/narrow.ts": `\uFEFF${head}${transport("Narrow", "Known", "scope as Known")}`,
  "src/broken-before.ts": `${head}${transport("Wide", "string", "scope")}\nexport const count: number = "one";\n`,
  "src/crlf.ts": `${head}${transport("Wide", "string", "scope")}`.replaceAll("\n", "\r\n"),
};

const helper = { path: "./union-scopes", extension: ".ts", importExtension: ".js" };
const vendored = (path: string) => ({
  options: { helper: { reuse: true, add: { kind: "vendor" as const, ...helper }, moduleKind: "esm" as const } },
  vendored: {
    path: path.replace(/[^/]+$/, "union-scopes.ts"),
    text: "export declare function unionScopes(...scopes: Array<string | undefined>): string | undefined;\n",
  },
});

describe("a rewrite that adds an error", () => {
  const project = analyzed(files);

  it("is withdrawn, with the error as the reason; another of the same file stays", () => {
    const { analysis } = project.file("src/both.ts");
    expect(project.sites("src/both.ts")).toEqual(["unfit-sink review type-error", "replaced-scope rewrite"]);
    const [site] = analysis.sites;
    expect(site?.reasons.error).toMatchObject({ code: 2322, line: 12, column: 7 });
    expect(site?.reasons.error?.text).toMatch(/^Type 'string' is not assignable to type 'Known \| undefined'/);
    expect(site?.message).toContain("the compiler refuses the change: TS2322 `Type 'string' is not");
    expect(site?.edits?.length).toBeGreaterThan(0);
    expect(analysis.text).toContain("this._scope = scope as Known;");
    expect(analysis.text.match(/unionScopes\(tokens/g)).toHaveLength(1);
    expect(analysis.text.match(/await this\._provider\.tokens\(\)/g)).toHaveLength(1);
    expect(analysis.helper).toBe("inline");
  });

  it("brings no helper where no other is left", () => {
    const { analysis, source } = project.file("src/narrow.ts");
    expect(project.sites("src/narrow.ts")).toEqual(["unfit-sink review type-error"]);
    expect(analysis.text).toBe(source);
    expect(analysis.edits).toEqual([]);
  });

  it("is not blamed for the errors that its file had before", () => {
    expect(project.sites("src/broken-before.ts")).toEqual(["replaced-scope rewrite"]);
    expect(project.sites("src/crlf.ts")).toEqual(["replaced-scope rewrite"]);
  });
});

describe("a rewrite that imports a vendored helper", () => {
  const project = analyzed(files, (path) => vendored(path));

  it("is checked with the helper's file, which is not there yet", () => {
    const { analysis, vendored: file } = project.file("src/broken-before.ts");
    expect(project.sites("src/broken-before.ts")).toEqual(["replaced-scope rewrite"]);
    expect(analysis.helper).toBe("vendor");
    expect(file?.path).toBe(project.path("src/union-scopes.ts"));
    expect(project.file("src/narrow.ts").vendored).toBeUndefined();
  });
});
