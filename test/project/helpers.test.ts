import { describe, expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

const transport = (imports: string, value: string, condition = `error === "insufficient_scope"`) => `
import { auth, type OAuthClientProvider, parseChallenge } from "./auth.js";
${imports}
export class Transport {
  private _scope?: string;
  constructor(private _provider: OAuthClientProvider) {}
  async send(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response);
    if (error && ${condition}) {
      this._scope = ${value};
      await auth(this._provider, { serverUrl: "https://mcp.example", scope: this._scope });
    }
  }
}
`;

const imported = (name: string) => transport(`import { ${name} } from "./helpers.js";`, `${name}(this._scope, scope)`);
const guarded = (name: string) =>
  transport(`import { ${name} } from "./helpers.js";`, "scope", `${name}(response, error)`);

const project = analyzed({
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,
  "src/helpers.ts": `
import { split } from "./split.js";
type Scope = string | undefined;
export function mergeScopes(previous: Scope, next: Scope): string {
  return [...new Set([...split(previous), ...split(next)])].join(" ");
}
export const joinAll = (...scopes: Scope[]): string => scopes.filter(Boolean).join(" ");
export function mergeOrNext(previous: Scope, next: Scope): Scope {
  if (!previous) return next;
  return \`\${previous} \${next}\`;
}
export function pretendMerge(previous: Scope, next: Scope): Scope {
  const merged = [previous, next].join(" ");
  console.log(merged);
  return next;
}
export function sometimes(previous: Scope, next: Scope): Scope {
  return Date.now() % 2 ? [previous, next].join(" ") : next;
}
export function isStepUp(response: Response, error: string): boolean {
  return response.status === 403 && error === "insufficient_scope";
}
export function isRefused(response: Response, error: string): boolean {
  return response.status === 401 || error === "insufficient_scope";
}
export async function isStepUpLater(_: Response, error: string): Promise<boolean> {
  return error === "insufficient_scope";
}
`,
  "src/split.ts": `export const split = (scope: string | undefined): string[] => (scope ?? "").split(" ");\n`,
  "src/union.ts": imported("mergeScopes"),
  "src/union-of-all.ts": imported("joinAll"),
  "src/union-or-next.ts": imported("mergeOrNext"),
  "src/fake.ts": imported("pretendMerge"),
  "src/half-fake.ts": imported("sometimes"),
  "src/predicate.ts": guarded("isStepUp"),
  "src/wide-predicate.ts": guarded("isRefused"),
  "src/promised-predicate.ts": guarded("isStepUpLater"),
});

describe("an imported helper", () => {
  it.each([
    ["joins its arguments", "src/union.ts"],
    ["joins all it gets", "src/union-of-all.ts"],
    ["returns the challenged scope alone only where there is no previous one", "src/union-or-next.ts"],
  ])("is a union where it %s", (_, name) => {
    expect(project.sites(name)).toEqual(["union-kept already-union"]);
  });

  it("is none where the previous scope does not come out of it", () => {
    expect(project.sites("src/fake.ts")).toEqual(["replaced-scope rewrite"]);
  });

  it("is left to a person where the previous scope comes out of it but sometimes", () => {
    expect(project.sites("src/half-fake.ts")).toEqual(["scope-precedence review discarded-union"]);
  });
});

describe("an imported predicate", () => {
  it("proves a step-up where it does", () => {
    expect(project.sites("src/predicate.ts")).toEqual(["replaced-scope rewrite"]);
  });

  it("tells that a handler is shared", () => {
    expect(project.sites("src/wide-predicate.ts")).toEqual(["shared-401-403-handler review shared-handler"]);
  });

  it("proves nothing as a promise", () => {
    expect(project.sites("src/promised-predicate.ts")).toEqual([]);
  });
});
