import { expect, it } from "vitest";
import { AUTH, analyzed, STRICT } from "./analyzed.ts";

const handler = `
import { auth, type OAuthClientProvider } from "./auth.js";
declare const account: OAuthClientProvider;
let requestedScope: string | undefined;
export async function stepUp(_: OAuthClientProvider, scope: string | undefined): Promise<void> {
  requestedScope = scope;
  await auth(account, { serverUrl: "https://mcp.example", scope: requestedScope });
}
`;

const caller = (from: string) => `
import { type OAuthClientProvider, parseChallenge } from "./auth.js";
import { stepUp } from "./${from}.js";
export async function send(provider: OAuthClientProvider, response: Response): Promise<void> {
  const { error, scope } = parseChallenge(response);
  if (error === "insufficient_scope") await stepUp(provider, scope);
}
`;

const project = analyzed({
  "package.json": {
    name: "lib",
    version: "1.0.0",
    type: "module",
    exports: { ".": { types: "./dist/main.d.ts", default: "./dist/main.js" } },
  },
  "tsconfig.json": {
    ...STRICT,
    compilerOptions: { ...STRICT.compilerOptions, outDir: "dist", rootDir: "src" },
    include: ["src"],
  },
  "src/auth.ts": AUTH,
  "src/main.ts": `export { stepUp } from "./public.js";\nexport { send } from "./private-caller.js";\n`,
  "src/public.ts": handler,
  "src/public-caller.ts": caller("public"),
  "src/private.ts": handler,
  "src/private-caller.ts": caller("private"),
});

it("leaves to a person what a package's user can call", () => {
  expect(project.sites("src/public.ts")).toEqual(["unproven-step-up review escaping-function"]);
});

it("knows all calls of what no entry point exports", () => {
  expect(project.sites("src/private.ts")).toEqual(["replaced-scope rewrite"]);
});
