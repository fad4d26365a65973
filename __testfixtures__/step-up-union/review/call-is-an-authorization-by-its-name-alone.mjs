import { auth } from "./session.js";

export class Requests {
  async headers() {
    return { authorization: `Bearer ${(await this.store.tokens())?.access_token}` };
  }

  async onRefused(request, body) {
    if (body.error === "insufficient_scope") await auth(request, { scope: body.scope }); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
  }
}
