export class Gateway {
  scope = "base";

  async call(send, request) {
    const { type, scope } = await (await send(request)).json();
    if (type !== "https://errors.test/insufficient_scope/help") return undefined;
    this.scope = scope;
    return this.authorize({ scope: this.scope });
  }
}
