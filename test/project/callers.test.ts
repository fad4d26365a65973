import { describe, expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

/** A module with a handler that replaces the requested scope, and no evidence of its own. */
const handler = (parameters: string, scope: string) => `
import { auth, type Challenge, type OAuthClientProvider } from "./auth.js";
declare const account: OAuthClientProvider;
let requestedScope: string | undefined;
export async function stepUp(_: OAuthClientProvider, ${parameters}): Promise<void> {
  requestedScope = ${scope};
  await auth(account, { serverUrl: "https://mcp.example", scope: requestedScope });
}
`;

/** A module that calls the handler of another in a branch for each condition. */
const caller = (from: string, ...branches: [condition: string, argument: string][]) => `
import { type OAuthClientProvider, parseChallenge } from "./auth.js";
import { stepUp } from "./${from}.js";
export async function send(provider: OAuthClientProvider, response: Response, configured: string): Promise<void> {
  const challenge = parseChallenge(response);
  if (response.ok && configured === "") return;
${branches.map(([condition, argument]) => `  if (${condition}) await stepUp(provider, ${argument});`).join("\n")}
}
`;

const STEP_UP = `challenge.error === "insufficient_scope"`;

const project = analyzed({
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,

  "src/alone.ts": handler("scope: string | undefined", "scope"),
  "src/alone-caller.ts": caller("alone", [STEP_UP, "challenge.scope"]),

  "src/record.ts": handler("challenge: Challenge", "challenge.scope"),
  "src/record-caller.ts": caller("record", [STEP_UP, "challenge"]),

  "src/options.ts": handler("{ scope }: { scope?: string; reason: string }", "scope"),
  "src/options-caller.ts": caller("options", [STEP_UP, `{ scope: challenge.scope!, reason: "step-up" }`]),

  "src/shared.ts": handler("scope: string | undefined", "scope"),
  "src/shared-caller.ts": caller(
    "shared",
    [STEP_UP, "challenge.scope"],
    ["response.status === 401", "challenge.scope"],
  ),

  "src/also-unknown.ts": handler("scope: string | undefined", "scope"),
  "src/also-unknown-caller.ts": caller("also-unknown", [STEP_UP, "challenge.scope"], ["configured", "configured"]),

  "src/joined.ts": handler("scope: string | undefined", "scope"),
  "src/joined-caller.ts": caller("joined", [STEP_UP, "[(await provider.tokens())?.scope, challenge.scope].join(' ')"]),

  "src/renamed.ts": handler("scope: string | undefined", "scope"),
  "src/renamed-index.ts": `export { stepUp as authorizeAgain } from "./renamed.js";\n`,
  "src/renamed-caller.ts": caller("renamed-index", [STEP_UP, "challenge.scope"])
    .replace("{ stepUp }", "{ authorizeAgain }")
    .replace("await stepUp(", "await authorizeAgain("),

  "src/namespace.ts": handler("scope: string | undefined", "scope"),
  "src/namespace-caller.ts": caller("namespace", [STEP_UP, "challenge.scope"])
    .replace("import { stepUp }", "import * as handlers")
    .replace("await stepUp(", "await handlers.stepUp("),

  "src/default.ts": `${handler("scope: string | undefined", "scope").replace("export ", "")}export default stepUp;\n`,
  "src/default-caller.ts": caller("default", [STEP_UP, "challenge.scope"]).replace("{ stepUp }", "stepUp"),

  "src/handed-on.ts": handler("scope: string | undefined", "scope"),
  "src/handed-on-caller.ts": caller("handed-on", [STEP_UP, "challenge.scope"]),
  "src/handed-on-whole.ts": `import * as handlers from "./handed-on.js";\nexport const registry = { handlers };\n`,

  "src/circle-a.ts": `
import { type OAuthClientProvider, type Challenge } from "./auth.js";
import { retry } from "./circle-b.js";
export async function attempt(provider: OAuthClientProvider, challenge: Challenge): Promise<void> {
  if (challenge.error === "insufficient_scope") await retry(provider, challenge);
}
`,
  "src/circle-b.ts": `
import { auth, type OAuthClientProvider, type Challenge } from "./auth.js";
import { attempt } from "./circle-a.js";
declare const account: OAuthClientProvider;
let requestedScope: string | undefined;
export async function retry(provider: OAuthClientProvider, challenge: Challenge): Promise<void> {
  requestedScope = challenge.scope;
  await auth(account, { serverUrl: "https://mcp.example", scope: requestedScope });
  await attempt(provider, {});
}
`,
});

describe("a function that is called from another file", () => {
  it("is a step-up handler where every call is made after a step-up challenge", () => {
    expect(project.sites("src/alone.ts")).toEqual(["replaced-scope rewrite"]);
    expect(project.file("src/alone.ts").analysis.text).toContain(
      "requestedScope = unionScopes(tokens?.scope, requestedScope, scope);",
    );
  });

  it.each([
    ["that is given the whole challenge", "src/record.ts"],
    ["that takes the scope out of a record", "src/options.ts"],
    ["under another name, by way of an index", "src/renamed.ts"],
    ["as a member of an imported namespace", "src/namespace.ts"],
    ["as the default export", "src/default.ts"],
    ["in a circle of files", "src/circle-b.ts"],
  ])("is one too %s", (_, name) => {
    expect(project.sites(name)).toEqual(["replaced-scope rewrite"]);
  });

  it("is shared where a 401 leads to it, too", () => {
    expect(project.sites("src/shared.ts")).toEqual(["shared-401-403-handler review shared-handler"]);
  });

  it("is left to a person where another call is not known to answer a challenge", () => {
    expect(project.sites("src/also-unknown.ts")).toEqual(["unproven-step-up review escaping-function"]);
  });

  it("is left to a person where its module is handed on as a whole", () => {
    expect(project.sites("src/handed-on.ts")).toEqual(["unproven-step-up review escaping-function"]);
  });

  it("keeps the previous scope where its callers have joined it", () => {
    expect(project.sites("src/joined.ts")).toEqual(["union-kept already-union"]);
  });

  it("is the place of the sink: its callers are no sites of their own", () => {
    const callers = ["alone", "record", "options", "renamed", "namespace"].map((name) => `src/${name}-caller.ts`);
    expect(callers.flatMap((name) => project.sites(name))).toEqual([]);
  });
});
