const ENDPOINT = "https://login.example.com/oauth2/v2.0";

export class Portal {
  resource;
  scope = "base";
  popup;

  constructor(resource, popup) {
    this.resource = resource;
    this.popup = popup;
  }

  async authorize() {
    const params = new URLSearchParams({ client_id: "portal", response_type: "code" });
    params.set("scope", `${this.resource}/${this.scope}`);
    await this.popup(`${ENDPOINT}/authorize?${params}`);
  }

  async call(url) {
    const response = await fetch(url);
    if (response.status !== 403) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.authorize();
    return fetch(url);
  }
}
