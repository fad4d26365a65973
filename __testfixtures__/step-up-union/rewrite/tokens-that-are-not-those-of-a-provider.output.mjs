export class OfAUser {
  async onRefused(user, body) {
    const tokens = await this.store.tokens(user);
    this.headers = { authorization: `Bearer ${tokens.access_token}` };
    if (body.error === "insufficient_scope") {
      this.scope = unionScopes(this.scope, body.scope);
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
      this.scope = unionScopes(this.scope, body.scope);
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
      this.scope = unionScopes(this.scope, body.scope);
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
      this.scope = unionScopes(this.scope, body.scope);
      await this.login({ client_id: this.id, scope: this.scope });
    }
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
