import { parseChallenge } from "../shared/challenge.js";
import { login } from "../shared/login.js";

export class Spreading {
  private scopes: string[] = [];

  constructor(private readonly issuer: string) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope") {
      this.scopes = [...new Set([...this.scopes, ...(challenge.scope ?? "").split(" ")])]; // expect: already-union union-kept
      await login({ issuer: this.issuer, scope: this.scopes.join(" ") });
    }
  }
}
