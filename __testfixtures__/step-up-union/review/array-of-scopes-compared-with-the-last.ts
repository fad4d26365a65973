import { parseChallenge } from "../shared/challenge.js";
import { login } from "../shared/login.js";

export class ArrayClient {
  private scopes: string[] = [];

  constructor(private readonly issuer: string) {}

  async onForbidden(response: Response): Promise<void> {
    const challenge = parseChallenge(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope" && challenge.scope) {
      const wanted = challenge.scope.split(" ");
      if (wanted.every((scope, index) => scope === this.scopes[index])) {
        throw new Error("The same scopes were asked for before");
      }
      this.scopes = wanted; // expect: review scope-collection
      await login({ issuer: this.issuer, scope: this.scopes.join(" ") });
    }
  }
}
