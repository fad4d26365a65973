import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
function lacking(response) {
  const header = response.headers.get("www-authenticate") ?? "";
  if (header.includes('error="insufficient_scope"')) {
    return /scope="([^"]*)"/.exec(header)?.[1];
  }
}
export class Films {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }
  url;
  provider;
  scope;
  async get(path, again = true) {
    const tokens = await this.provider.tokens();
    const response = await fetch(new URL(path, this.url), {
      headers: { authorization: `Bearer ${tokens?.access_token}` },
    });
    const scope = lacking(response);
    if (scope !== null && again) {
      this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
    }
    return response;
  }
}
