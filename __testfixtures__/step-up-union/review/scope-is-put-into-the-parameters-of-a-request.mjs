import { push, exchange } from "./oauth.mjs";
const session = {
  tokens: undefined,
  request: { client_id: "tariff-desk", redirect_uri: "http://127.0.0.1:7443/cb", scope: "tariff:read" },
};
export async function tariff(hint) {
  if (hint.error !== "insufficient_scope" || !hint.scope) return;
  session.request = { ...session.request, scope: hint.scope }; // expect: review scope-side-channel
  session.tokens = await exchange(await push(session.request));
}
export async function tariff2(hint) {
  if (hint.error !== "insufficient_scope" || !hint.scope) return;
  session.request.scope = hint.scope; // expect: review scope-side-channel
  session.tokens = await exchange(await push(session.request));
}
