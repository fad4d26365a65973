import { readFile } from "node:fs/promises";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { provider } from "./provider.mjs";

const session = JSON.parse(await readFile("session.json", "utf8"));
const response = await fetch(session.url);
const challenge = extractWWWAuthenticateParams(response);
if (challenge.error === "insufficient_scope") {
  session.scope = challenge.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
  await auth(provider, { serverUrl: session.url, scope: session.scope });
}
