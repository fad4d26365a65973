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
    this.#scope = body.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown, scope-may-be-missing)
    return google.acquireToken({ scope: this.#scope });
  }
}
