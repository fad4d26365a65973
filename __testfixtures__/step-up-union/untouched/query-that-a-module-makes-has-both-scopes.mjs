import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { stringify } from "node:querystring";
import qs from "qs";

export class Page {
  constructor(url, id, provider) {
    this.url = url;
    this.id = id;
    this.provider = provider;
  }

  async byQs(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      const query = qs.stringify({ client_id: this.id, response_type: "code", scope: `${tokens?.scope} ${scope}` }); // expect: already-union union-kept
      location.assign(`${this.url}?${query}`);
    }
  }

  async byNode(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      const tokens = await this.provider.tokens();
      const query = stringify({ client_id: this.id, response_type: "code", scope: [tokens?.scope, scope].join(" ") }); // expect: already-union union-kept
      location.assign(`${this.url}?${query}`);
    }
  }
}
