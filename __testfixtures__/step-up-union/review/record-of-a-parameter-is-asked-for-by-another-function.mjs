import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export async function authorize(session) {
  const { provider, url, oauth } = session;
  return auth(provider, { serverUrl: url, scope: oauth.scope });
}

export async function afterResponse(session, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) session.oauth.scope = scope; // expect: review scope-side-channel
}

export async function whileListing(view, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) view.row.scope = scope;
}
