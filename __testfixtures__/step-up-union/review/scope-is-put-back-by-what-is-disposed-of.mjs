const BASE = "pods.get pods.list";

class Privilege {
  constructor(drop) {
    this.drop = drop;
  }
  async [Symbol.asyncDispose]() {
    await this.drop();
  }
}

export class Operator {
  scope = BASE;
  token = "";

  constructor(shell) {
    this.shell = shell;
  }

  async login() {
    const query = new URLSearchParams({ client_id: "kop", response_type: "token", scope: this.scope });
    this.token = await this.shell.browser(`https://cluster.example/oauth/authorize?${query}`);
  }

  raw(path) {
    return fetch(`https://cluster.example${path}`, { headers: { authorization: `Bearer ${this.token}` } });
  }

  elevated() {
    return new Privilege(async () => {
      this.scope = BASE;
      await this.login();
    });
  }

  async call(path) {
    const refused = await this.raw(path);
    const challenge = refused.headers.get("www-authenticate") ?? "";
    if (refused.status !== 403 || !challenge.includes('error="insufficient_scope"')) return refused;
    const needed = /,\s*scope="([^"]+)"/.exec(challenge)?.[1];
    if (!needed) return refused;
    await using _privilege = this.elevated();
    this.scope = needed; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.login();
    return await this.raw(path);
  }
}
