export class Client {
  private scope = "openid";

  constructor(private readonly clientId: string) {}

  onForbidden(challenge: { error: string; scope: string }): void {
    if (challenge.error === "insufficient_scope") {
      this.scope = challenge.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
      const address = new URL("https://issuer.example/authorize");
      address.searchParams.set("client_id", this.clientId);
      address.searchParams.set("response_type", "code");
      address.searchParams.set("scope", this.scope);
      location.assign(address);
    }
  }
}
