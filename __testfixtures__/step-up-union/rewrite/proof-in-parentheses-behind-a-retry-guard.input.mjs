import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class ParenthesizedClient {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (this.asked) throw new Error("forbidden");
    if (("insufficient_scope") === (error)) {
      this.asked = true;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
    if (this.asked) throw new Error("forbidden");
    if (error /* was: error === */ !== "insufficient_scope") return;
    this.asked = true;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
    if ((response ? error === "insufficient_scope" : false) && !this.asked) {
      this.asked = true;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
    if ((response, error === "insufficient_scope") && !this.asked) {
      this.asked = true;
      this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
