import { auth, extractWWWAuthenticateParams } from "./auth.js";

let last;
const isTried = (scope) => last === scope;
const mark = (scope) => {
  last = scope;
};

export async function onForbidden(response, provider, state) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && !isTried(scope)) {
    mark(scope);
    state.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(provider, { serverUrl: response.url, scope: state.scope });
  }
}
