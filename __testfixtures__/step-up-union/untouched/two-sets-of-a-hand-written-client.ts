import { parseChallenge } from "../shared/challenge.js";
import { login } from "../shared/login.js";

export class Sets {
  private requested = new Set<string>();

  constructor(private readonly issuer: string) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = parseChallenge(response.headers.get("www-authenticate"));
    if (error === "insufficient_scope") {
      const wanted = new Set(scope?.split(" "));
      this.requested = new Set([...this.requested, ...wanted]); // expect: already-union union-kept
      await login({ issuer: this.issuer, scope: Array.from(this.requested).join(" ") });
    }
  }
}
