import { auth } from "@modelcontextprotocol/sdk/client/auth.js";
function parse(response, before) {
  const parameters = {};
  for (const [, k, v] of [
    ...(response.headers.get("www-authenticate") ?? "").matchAll(/(\w+)="([^"]*)"/g),
    ...(before?.headers.get("www-authenticate") ?? "").matchAll(/(\w+)="([^"]*)"/g),
  ])
    parameters[k] = v;
  return { error: parameters.error, scope: parameters.scope };
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
    const challenge = parse(response, this.last);
    if (response.status === 403 && challenge.error === "insufficient_scope" && challenge.scope && again) {
      this.scope = challenge.scope; // expect: review unproven-step-up (advice refresh-cannot-widen)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      if (result === "AUTHORIZED") return this.get(path, false);
    }
    return response;
  }
}
