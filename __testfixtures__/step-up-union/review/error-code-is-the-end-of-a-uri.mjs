const isStepUp = (reply) => reply.error?.data.type === "urn:acme:insufficient_scope" && Boolean(reply.error.data.scope);

export class Gateway {
  scope = "base";

  async call(send, request) {
    const reply = await send(request);
    if (!isStepUp(reply)) return reply;
    this.scope = reply.error.data.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    return this.authorize({ scope: this.scope });
  }

  async plain(send, request) {
    const { type, scope } = await (await send(request)).json();
    if (type !== "https://errors.test/insufficient-scope") return undefined;
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    return this.authorize({ scope: this.scope });
  }
}
