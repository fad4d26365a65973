import { auth } from "./auth.js";

export async function onConsent(user, url, body) {
  if (body.error === "insufficient_scope") await requestConsent(user, { serverUrl: url, scope: body.scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
}

export async function onRequest(request, body) {
  if (body.error === "insufficient_scope") await auth(request, { scope: body.scope }); // expect: review unfit-sink (advice refresh-cannot-widen)
}
