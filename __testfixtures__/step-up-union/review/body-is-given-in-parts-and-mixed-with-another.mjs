async function once(path, policy) {
  const response = await fetch(path);
  const body = await response.json();
  const own = await (await fetch(policy)).json();
  return policy ? { error: body.error, scope: own.scope } : { error: own.error, scope: body.scope };
}

export class Client {
  scope = "base";

  async load(path, policy) {
    const first = await once(path, policy);
    if (first.error !== "insufficient_scope") return first;
    this.scope = first.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    return this.authorize({ scope: this.scope });
  }

  async reload(path, policy) {
    const { error, scope } = await once(path, policy);
    if (error !== "insufficient_scope") return undefined;
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    return this.authorize({ scope: this.scope });
  }
}
