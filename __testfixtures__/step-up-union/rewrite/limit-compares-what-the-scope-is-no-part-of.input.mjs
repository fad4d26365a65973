import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Snapshot {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.counts = { refused: 0 };
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    if (JSON.stringify(this.last) === JSON.stringify(this.counts)) throw new Error("no change");
    this.last = { ...this.counts };
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class ErrorIsKnown {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  async send(body) {
    try {
      return await this.once(body);
    } catch (error) {
      if (error.message === "fetch failed") return undefined;
      throw error;
    }
  }

  async once(body) {
    const response = await fetch(this.serverUrl, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    throw new Error("stepped up");
  }
}

export class SetterCounts {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.changes = 0;
  }

  get scope() {
    return this.kept;
  }

  set scope(value) {
    if (this.kept === value) return;
    this.kept = value;
    this.changes++;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
