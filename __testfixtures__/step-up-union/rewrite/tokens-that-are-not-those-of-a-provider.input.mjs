export class OfAUser {
  async onRefused(user, body) {
    const tokens = await this.store.tokens(user);
    this.headers = { authorization: `Bearer ${tokens.access_token}` };
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await this.login({ client_id: this.id, scope: this.scope });
    }
  }
}

export class OfAll {
  async headers() {
    const all = await this.store.tokens();
    return all.map((each) => `Bearer ${each.access_token}`);
  }

  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await this.login({ client_id: this.id, scope: this.scope });
    }
  }
}

export class Counted {
  async cost() {
    return (await this.provider.tokens()).length;
  }

  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await this.login(this.provider, { scope: this.scope });
    }
  }
}

export class Listed {
  async headers() {
    const stored = await this.store.tokens();
    return { authorization: `Bearer ${stored.access_token}`, "x-scopes": stored.scope.join(",") };
  }

  async onRefused(body) {
    if (body.error === "insufficient_scope") {
      this.scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
      await this.login({ client_id: this.id, scope: this.scope });
    }
  }
}
