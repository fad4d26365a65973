// The registry's 403 says insufficient_scope, too; its 401 carries the scope of the repository.
export class RegistryClient {
  async pull(url) {
    let response = await fetch(url, { headers: this.headers() });
    if (response.status === 401) {
      const header = response.headers.get("www-authenticate");
      const [, realm, service, scope] = /realm="(.*?)",service="(.*?)",scope="(.*?)"/.exec(header);
      this.scope = scope;
      const answer = await fetch(`${realm}?service=${service}&scope=${this.scope}`);
      this.token = (await answer.json()).token;
      response = await fetch(url, { headers: this.headers() });
    }
    return response;
  }

  headers() {
    return { authorization: `Bearer ${this.token}` };
  }
}
