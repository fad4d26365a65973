import { PublicClientApplication } from "@azure/msal-browser";
import { google } from "./google.mjs";
const microsoft = new PublicClientApplication({ auth: { clientId: "a" } });
export const microsoftToken = (scopes) => microsoft.acquireTokenSilent({ scopes });
export class Drive {
  #scope = "drive.readonly";
  async list(url, token) {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const body = await response.json();
    if (response.status !== 403 || body.error !== "insufficient_scope") return body;
    this.#scope = unionScopes(this.#scope, body.scope);
    return google.acquireToken({ scope: this.#scope });
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
