import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ParenthesizedClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = "insufficient_scope" === error ? await this.provider?.tokens() : undefined;
    if (this.asked) throw new Error("forbidden");
    if (("insufficient_scope") === (error)) {
      this.asked = true;
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class CommentedClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = error === "insufficient_scope" ? await this.provider?.tokens() : undefined;
    if (this.asked) throw new Error("forbidden");
    if (error /* was: error === */ !== "insufficient_scope") return;
    this.asked = true;
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class ChoosingClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = (response ? error === "insufficient_scope" : false) ? await this.provider?.tokens() : undefined;
    if ((response ? error === "insufficient_scope" : false) && !this.asked) {
      this.asked = true;
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class SequenceClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = (response, error === "insufficient_scope") ? await this.provider?.tokens() : undefined;
    if ((response, error === "insufficient_scope") && !this.asked) {
      this.asked = true;
      this.scope = unionScopes(tokens?.scope, this.scope, scope);
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
