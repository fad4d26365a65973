import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  async run(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    let state;
    if (response.ok) state = "done";
    switch (state) {
      case "done":
        return response;
      case "refused":
        throw new Error("refused before");
    }
    state = "refused";
    switch (state) {
      case "refused": {
        if (error !== "insufficient_scope" || !scope) return response;
        const tokens = await this.provider?.tokens();
        this.scope = unionScopes(tokens?.scope, this.scope, scope);
        await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      }
    }
    return response;
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
