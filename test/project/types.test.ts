import { describe, expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

/** A transport whose types come from other files. */
const transport = (imports: string, scope: string, provider: string, value = "scope") => `
import { auth, parseChallenge } from "./auth.js";
${imports}
export class Transport {
  private _scope${scope};
  constructor(private _provider: ${provider}) {}
  async send(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response);
    if (error === "insufficient_scope" && scope) {
      this._scope = ${value};
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
`;

const project = analyzed({
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": {
    compilerOptions: { ...STRICT.compilerOptions, exactOptionalPropertyTypes: true },
    include: ["src"],
  },
  "src/auth.ts": AUTH,
  "src/providers.ts": `
import type { OAuthClientProvider } from "./auth.js";
export interface SessionStore extends OAuthClientProvider { clear(): void }
export interface AuthProvider { token(): Promise<string> }
export type Maybe = OAuthClientProvider | undefined;
export type Text = string;
export type Scopes = readonly string[];
export type TextOrNull = string | null;
`,
  "src/has-tokens.ts": transport(
    `import type { SessionStore } from "./providers.js";`,
    "?: string | undefined",
    "SessionStore",
  ),
  "src/has-token.ts": transport(
    `import type { AuthProvider } from "./providers.js";`,
    "?: string | undefined",
    "AuthProvider",
  ),
  "src/maybe.ts": transport(`import type { Maybe } from "./providers.js";`, "?: string | undefined", "Maybe").replace(
    "this._provider, {",
    "this._provider!, {",
  ),
  "src/wants-text.ts": transport(
    `import type { SessionStore, Text } from "./providers.js";`,
    `: Text = ""`,
    "SessionStore",
  ),
  "src/wants-present.ts": transport(`import type { SessionStore } from "./providers.js";`, "?: string", "SessionStore"),
  "src/holds-null.ts": transport(
    `import type { SessionStore, TextOrNull } from "./providers.js";`,
    ": TextOrNull = null",
    "SessionStore",
  ),
  "src/list.ts": transport(
    `import type { SessionStore, Scopes } from "./providers.js";`,
    ": Scopes = []",
    "SessionStore",
    "[scope]",
  ).replace("scope: this._scope }", `scope: this._scope.join(" ") }`),
});

const text = (name: string) => project.file(name).analysis.text;

describe("the type of a provider from another file", () => {
  it("has tokens()", () => {
    expect(text("src/has-tokens.ts")).toContain("const tokens = await this._provider.tokens();");
  });

  it("has but token(): the granted scope can't be read", () => {
    expect(project.sites("src/has-token.ts")).toEqual(["replaced-scope rewrite"]);
    expect(text("src/has-token.ts")).toContain("this._scope = unionScopes(this._scope, scope);");
    const [site] = project.file("src/has-token.ts").analysis.sites;
    expect(site?.advice.map(({ rule }) => rule)).toContain("granted-scope-unknown");
  });

  it("may be undefined", () => {
    expect(text("src/maybe.ts")).toMatch(/await this\._provider(?:!\.|\?\.)tokens\(\)/);
  });
});

describe("the type of a sink from another file", () => {
  it("takes no undefined: the challenged scope stands in", () => {
    expect(text("src/wants-text.ts")).toContain(
      "this._scope = unionScopes(tokens?.scope, this._scope, scope) ?? scope;",
    );
  });

  it("takes no undefined under exactOptionalPropertyTypes", () => {
    expect(text("src/wants-present.ts")).toContain(
      "this._scope = unionScopes(tokens?.scope, this._scope, scope) ?? scope;",
    );
  });

  it("holds null, which the helper does not take", () => {
    expect(project.sites("src/holds-null.ts")).toEqual(["unfit-sink review sink-needs-string"]);
  });

  it("is a list", () => {
    expect(project.sites("src/list.ts")).toEqual(["scope-collection review collection"]);
  });
});
