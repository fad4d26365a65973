import passport from "passport";
import { signIn } from "next-auth/react";
import { signInWithPopup } from "firebase/auth";

export const refused = (provider) => async (error, request, response, next) => {
  if (error.error === "insufficient_scope") {
    return passport.authenticate(provider, { scope: error.scope })(request, response, next); // expect: review unfit-sink
  }
  next(error);
};

export async function onIdentifier(provider, body) {
  if (body.error === "insufficient_scope") await signIn(provider, { callbackUrl: location.href, scope: body.scope }); // expect: review unfit-sink
}

export async function onPopup(auth, body) {
  if (body.error === "insufficient_scope") {
    await signInWithPopup(auth, { providerId: "google.com", scope: body.scope }); // expect: review unfit-sink
  }
}

export async function onOptions(client, authOptions, body) {
  if (body.error === "insufficient_scope") {
    await client.authenticate(authOptions, { scope: body.scope, prompt: "consent" }); // expect: review unfit-sink
  }
}

export async function onHttp(authHttp, body) {
  if (body.error === "insufficient_scope") {
    return requestToken(authHttp, { grant_type: "client_credentials", scope: body.scope }); // expect: review unfit-sink
  }
}

async function requestToken(http, form) {
  return http.post("/token", new URLSearchParams(form));
}
