import { describe, expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

/** A module that chooses the scope of a request, and takes the challenged one first. */
const CHOICE = `
export function chooseScope(stepUp?: string, configured?: string, supported?: string): string | undefined {
  return stepUp ?? configured ?? supported;
}
`;

/** A module that asks for what another chose. */
const flow = (from: string, scope: string) => `
import { auth, type OAuthClientProvider } from "./auth.js";
import { chooseScope } from "./${from}.js";
let requestedScope: string | undefined;
export async function authorize(
  provider: OAuthClientProvider,
  stepUp: string | undefined,
  configured: string | undefined,
): Promise<void> {
  requestedScope = ${scope};
  await auth(provider, { serverUrl: "https://mcp.example", scope: requestedScope });
}
`;

/** A module that has the challenge, and hands its scope on. */
const caller = (from: string, stepUp: string) => `
import { type OAuthClientProvider, parseChallenge } from "./auth.js";
import { authorize } from "./${from}.js";
export async function onRefused(provider: OAuthClientProvider, response: Response, configured?: string): Promise<void> {
  const challenge = parseChallenge(response);
  if (challenge.error === "insufficient_scope") await authorize(provider, ${stepUp}, configured);
}
`;

const CHOSEN = "chooseScope(stepUp, configured)";

const project = analyzed({
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,
  "src/choice.ts": CHOICE,

  "src/chosen.ts": flow("choice", CHOSEN),
  "src/chosen-caller.ts": caller("chosen", "challenge.scope"),

  "src/inline.ts": flow("choice", "stepUp ?? configured"),
  "src/inline-caller.ts": caller("inline", "challenge.scope"),

  "src/previous.ts": flow("choice", "chooseScope(requestedScope, stepUp)"),
  "src/previous-caller.ts": caller("previous", "challenge.scope"),

  "src/joined.ts": flow("choice", CHOSEN),
  "src/joined-caller.ts": caller("joined", "[(await provider.tokens())?.scope, challenge.scope].join(' ')"),

  "src/configured.ts": flow("choice", "chooseScope(configured)"),
  "src/configured-caller.ts": caller("configured", "challenge.scope"),
});

describe("a chain of alternatives with the challenged scope first", () => {
  it("is for review where the choice, the request and the challenge are in three files", () => {
    expect(project.sites("src/chosen.ts")).toEqual(["scope-precedence review precedence"]);
    expect(project.sites("src/chosen-caller.ts")).toEqual([]);
  });

  it("is for review where the choice stands beside the request", () => {
    expect(project.sites("src/inline.ts")).toEqual(["scope-precedence review precedence"]);
  });

  it("is a union where the caller joins before it hands on", () => {
    expect(project.sites("src/joined.ts")).toEqual(["union-kept already-union"]);
  });

  it("is none where the challenged scope is not chosen from", () => {
    expect(project.sites("src/configured.ts")).toEqual([]);
  });

  it("is none where the previous scope is preferred", () => {
    expect(project.sites("src/previous.ts")).toEqual(["union-kept already-union"]);
  });
});
