import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

async function auth(provider, { issuer, scope }) {
  const url = new URL("/authorize", issuer);
  url.search = new URLSearchParams({
    client_id: (await provider.clientInformation()).client_id,
    scope,
    resource: scope.slice(0, scope.lastIndexOf("/.default")),
  }).toString();
  await provider.redirectToAuthorization(url);
}

export class Tenant {
  scope = "api://mail/.default";

  constructor(issuer, provider) {
    this.issuer = issuer;
    this.provider = provider;
  }

  async call(path) {
    const tokens = await this.provider.tokens();
    const response = await fetch(this.issuer + path, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (scope) this.scope = scope; // expect: review unfit-sink
      await auth(this.provider, { issuer: this.issuer, scope: this.scope });
    }
    return response;
  }
}
