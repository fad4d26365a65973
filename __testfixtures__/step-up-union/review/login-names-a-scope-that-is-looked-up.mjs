export const support = { scope: "", route: "" };
export async function onForbidden(manager, route, challenge) {
  if (challenge.error !== "insufficient_scope") return;
  support.scope = challenge.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
  support.route = route;
  await manager.signinRedirect({ scope: readPending() });
}
import { readPending } from "./pending.js";
