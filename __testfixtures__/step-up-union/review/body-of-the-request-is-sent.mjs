import superagent from "superagent";

export class Forest {
  constructor(base, issuer, navigate) {
    this.base = base;
    this.issuer = issuer;
    this.navigate = navigate;
  }

  async connect(scope) {
    const pushed = await superagent.post(`${this.issuer}/par`).send({ response_type: "code", scope }); // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    this.accessToken = await this.navigate(pushed.body.request_uri);
  }

  async request(path) {
    const response = await superagent.get(this.base + path).set("Authorization", `Bearer ${this.accessToken}`);
    if (response.status === 403 && response.body.error === "insufficient_scope") {
      await this.connect(response.body.scope);
    }
    return response;
  }
}
