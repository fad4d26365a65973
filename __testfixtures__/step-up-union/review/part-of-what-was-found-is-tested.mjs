import * as oauth from "oauth4webapi";

export function openSession({ client, redirectUri, navigate, scope = "read" }) {
  const parameters = new URLSearchParams({ client_id: client.client_id, redirect_uri: redirectUri, scope });

  return async function request(token, url, retried = false) {
    try {
      return await oauth.protectedResourceRequest(token, "GET", url);
    } catch (err) {
      if (!(err instanceof oauth.WWWAuthenticateChallengeError) || retried) throw err;
      const challenge = err.cause.find((each) => each.parameters.error === "insufficient_scope");
      if (!challenge?.parameters.scope) throw err;
      parameters.set("scope", challenge.parameters.scope); // expect: review unfit-sink
      return request(await navigate(parameters), url, true);
    }
  };
}
