import {
  auth,
  extractWWWAuthenticateParams,
  type OAuthClientProvider,
} from "@modelcontextprotocol/sdk/client/auth.js";

/** Sends messages, and authorizes where the server asks for it. */
export class Transport {
  #scope?: string;
  #lastChallenge?: string | null;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  async send(message: unknown): Promise<Response> {
    const response = await fetch(this.url, { method: "POST", body: JSON.stringify(message) });
    if (response.status === 401) {
      const { scope } = extractWWWAuthenticateParams(response);
      this.#scope = scope;
      await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
      return this.send(message);
    }
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        const challenge = response.headers.get("WWW-Authenticate");
        if (this.#lastChallenge === challenge) {
          throw new Error("The server asks for more again, though it was granted.");
        }
        if (scope) {
          this.#scope = scope;
        }
        this.#lastChallenge = challenge;
        await auth(this.provider, { serverUrl: this.url, scope: this.#scope });
        return this.send(message);
      }
    }
    return response;
  }
}
