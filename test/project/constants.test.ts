import { describe, expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

/** A transport whose evidence is a comparison with an imported value. */
const transport = (imports: string, value: string) => `
import { auth, type OAuthClientProvider, parseChallenge } from "./auth.js";
${imports}
export class Transport {
  private _scope?: string;
  constructor(private _provider: OAuthClientProvider) {}
  async send(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response);
    if (error === ${value}) {
      this._scope = scope;
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
`;

const project = analyzed({
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,
  "src/codes.ts": `
export const STEP_UP = "insufficient_scope";
export const INVALID = "invalid_token";
export const Errors = { StepUp: "insufficient_scope", Invalid: "invalid_token" } as const;
export const plain = { stepUp: "insufficient_scope" };
export class Codes { static readonly stepUp = "insufficient_scope"; }
export enum Code { StepUp = "insufficient_scope", Invalid = "invalid_token" }
export let changing = "insufficient_scope";
export const change = (to: string) => { changing = to; };
export const status = { forbidden: 403, unauthorized: 401 } as const;
`,
  "src/index-of-codes.ts": `export { STEP_UP as NEEDS_MORE } from "./codes.js";\nexport * from "./codes.js";\n`,
  "src/whole.ts": `export * as codes from "./index-of-codes.js";\n`,
  "node_modules/oauth-codes/package.json": {
    name: "oauth-codes",
    version: "1.0.0",
    types: "index.d.ts",
    main: "index.js",
  },
  "node_modules/oauth-codes/index.d.ts": `
export declare enum OAuthCode { StepUp = "insufficient_scope", Invalid = "invalid_token" }
export declare const BEARER_STEP_UP: "insufficient_scope";
`,
  "src/constant.ts": transport(`import { STEP_UP } from "./codes.js";`, "STEP_UP"),
  "src/renamed.ts": transport(`import { NEEDS_MORE as more } from "./index-of-codes.js";`, "more"),
  "src/record.ts": transport(`import { Errors } from "./index-of-codes.js";`, "Errors.StepUp"),
  "src/plain-record.ts": transport(`import { plain } from "./codes.js";`, "plain.stepUp"),
  "src/static-field.ts": transport(`import { Codes } from "./codes.js";`, "Codes.stepUp"),
  "src/enum.ts": transport(`import { Code } from "./codes.js";`, "Code.StepUp"),
  "src/namespace.ts": transport(`import * as all from "./codes.js";`, "all.Errors.StepUp"),
  "src/nested.ts": transport(`import { codes } from "./whole.js";`, "codes.STEP_UP"),
  "src/declared-enum.ts": transport(`import { OAuthCode } from "oauth-codes";`, "OAuthCode.StepUp"),
  "src/declared-constant.ts": transport(`import { BEARER_STEP_UP } from "oauth-codes";`, "BEARER_STEP_UP"),
  "src/other-constant.ts": transport(`import { INVALID } from "./codes.js";`, "INVALID"),
  "src/other-member.ts": transport(`import { Code } from "./codes.js";`, "Code.Invalid"),
  "src/changing.ts": transport(`import { changing } from "./codes.js";`, "changing"),
  "src/destructured.ts": transport(`import { Errors } from "./codes.js";\nconst { StepUp } = Errors;`, "StepUp"),
  "src/unrelated.ts": `export const scope = "files:read";\n`,
});

describe("a constant from another file proves a step-up", () => {
  it.each([
    ["a constant", "src/constant.ts"],
    ["one that an index exports under another name", "src/renamed.ts"],
    ["a member of a record that is as const", "src/record.ts"],
    ["a member of a plain record in a constant", "src/plain-record.ts"],
    ["a static field", "src/static-field.ts"],
    ["a member of an enum", "src/enum.ts"],
    ["a member of an imported namespace", "src/namespace.ts"],
    ["a member of a namespace that is exported again", "src/nested.ts"],
    ["a member of an enum in a package's declarations", "src/declared-enum.ts"],
    ["a constant in a package's declarations", "src/declared-constant.ts"],
    ["a name taken out of an imported record", "src/destructured.ts"],
  ])("%s", (_, name) => {
    expect(project.file(name).source).not.toMatch(/insufficient.?scope/i);
    expect(project.sites(name)).toEqual(["replaced-scope rewrite"]);
    expect(project.file(name).analysis.text).toContain("this._scope = unionScopes(tokens?.scope, this._scope, scope);");
  });
});

describe("a value of another file that is no step-up code, or can change, proves nothing", () => {
  it.each(["src/other-constant.ts", "src/other-member.ts", "src/changing.ts"])("%s", (name) => {
    expect(project.sites(name)).toEqual([]);
  });
});

it("looks at files that import from one with evidence, and at no others without", () => {
  expect(project.holds("src/constant.ts")).toBe(true);
  expect(project.holds("src/unrelated.ts")).toBe(false);
});
