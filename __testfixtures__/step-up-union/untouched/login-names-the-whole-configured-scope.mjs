const SCOPE = "openid files:read files:write";

/** What we were told we lack, for the support page. */
export const support = { scope: "", route: "" };

/** The login asks for all that is configured; the challenge is only noted. */
export async function onForbidden(manager, route, challenge) {
  if (challenge.error !== "insufficient_scope") return;
  support.scope = challenge.scope;
  support.route = route;
  await manager.signinRedirect({ scope: SCOPE, prompt: "consent" });
}
