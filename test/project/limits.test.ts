import { expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

const project = analyzed({
  "package.json": { name: "app", private: true, type: "module" },
  "tsconfig.json": { ...STRICT, include: ["src"] },
  "src/auth.ts": AUTH,
  "src/constants.ts": `export const NEEDS_MORE = "insufficient_scope";\n`,
  "src/predicates.ts": `
import type { Challenge } from "./auth.js";
import { NEEDS_MORE } from "./constants.js";
/** Whether a challenge asks for more scope. */
export const isStepUp = (challenge: Challenge): boolean => challenge.error === NEEDS_MORE;
`,
  "src/client.ts": `
import { auth, type OAuthClientProvider, parseChallenge } from "./auth.js";
import { isStepUp } from "./predicates.js";
let scope: string | undefined;
export async function send(provider: OAuthClientProvider, response: Response): Promise<void> {
  const challenge = parseChallenge(response);
  if (isStepUp(challenge)) {
    scope = challenge.scope;
    await auth(provider, { serverUrl: "https://mcp.example", scope });
  }
}
`,
});

it("a file two imports away from the error code is not looked at", () => {
  expect(project.sites("src/predicates.ts")).toEqual([]);
  expect(() => project.sites("src/client.ts")).toThrow("was not looked at");
});
