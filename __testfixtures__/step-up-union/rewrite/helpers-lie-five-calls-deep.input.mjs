import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
async function f0(c, s) {
  return f1(c, s);
}
async function f1(c, s) {
  return f2(c, s);
}
async function f2(c, s) {
  return f3(c, s);
}
async function f3(c, s) {
  return f4(c, s);
}
async function f4(c, s) {
  c.scope = s; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  await auth(c.provider, { serverUrl: c.url, scope: c.scope });
}
export async function go(c, res) {
  const { error, scope } = extractWWWAuthenticateParams(res);
  if (error === "insufficient_scope") await f0(c, scope);
}
