import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

const AUDIENCES = new Map([
  ["invoices", "https://billing.example"],
  ["payouts", "https://treasury.example"],
]);

export class Service {
  prepareTokenRequest(scope = "invoices") {
    return new URLSearchParams({ audience: AUDIENCES.get(scope), scope });
  }
}

export class Client {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
