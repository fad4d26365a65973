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
    const tokens = await this.provider?.tokens();
    if (JSON.stringify(this.last) === JSON.stringify(this.counts)) throw new Error("no change");
    this.last = { ...this.counts };
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
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
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
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
