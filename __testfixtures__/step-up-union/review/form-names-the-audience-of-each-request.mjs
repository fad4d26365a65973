const partOf = (header, name) => new RegExp(`${name}="([^"]+)"`).exec(header ?? "")?.[1];

/** Exchanges its token for whatever audience is asked next: a union would ask that for the scopes of the one before. */
export class Broker {
  constructor(issuer, subject) {
    this.issuer = issuer;
    this.subject = subject;
  }

  async onResponse(target, response) {
    const header = response.headers.get("www-authenticate");
    const scope = partOf(header, "scope");
    if (response.status !== 403 || partOf(header, "error") !== "insufficient_scope" || !scope) return undefined;
    this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    return this.exchange(target.origin);
  }

  async exchange(audience) {
    const form = new URLSearchParams({ grant_type: "authorization_code", code: this.subject });
    form.set("audience", audience);
    if (this.scope) form.set("scope", this.scope);
    return fetch(this.issuer, { method: "POST", body: form });
  }
}
