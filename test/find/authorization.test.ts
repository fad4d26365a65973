import { expect, test } from "vitest";
import { authorizationCalls } from "../../src/find/authorization.ts";
import { findCandidates } from "../../src/find/find.ts";
import { readCode, textOf } from "../../src/parse/code.ts";

/** The calls by which a client asks, in which a function of the file is given the record of its scope. */
function callsOf(login: string): readonly string[] {
  const source = `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
${login}
export function createClient(serverUrl, provider) {
  const link = { serverUrl, scope: "base" };
  return async function onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    link.scope = scope;
    await login(link, provider);
  };
}
`;
  const code = readCode(source, "client.mjs");
  const [candidate] = findCandidates(code);
  if (!candidate) throw new Error("no candidate");
  return authorizationCalls(code, candidate).map((call) => textOf(code, call));
}

test.each([
  ["reads it", "const login = (link, provider) => auth(provider, { serverUrl: link.serverUrl, scope: link.scope });"],
  ["takes it by a pattern", "const login = ({ serverUrl, scope }, provider) => auth(provider, { serverUrl, scope });"],
  ["copies the record", "function login(link, provider) { return auth(provider, Object.assign({}, link)); }"],
  [
    "makes a text of it",
    "const login = (link) => fetch(link.serverUrl, { method: 'POST', body: JSON.stringify(link) });",
  ],
  ["reads it under a name that is not seen", "const login = (link, key) => fetch(link.serverUrl + link[key]);"],
])("a function that %s may ask for it", (_, login) => {
  expect(callsOf(login)).toEqual(["login(link, provider)"]);
});

test("a function that only reads other parts of the record asks for nothing", () => {
  expect(callsOf("const login = (link) => console.debug(link.serverUrl);")).toEqual([]);
});
