// Names with capital letters, or with commas between them, are scopes for all that.
export class Client {
  async load(path) {
    const response = await fetch(this.origin + path);
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /[ ,]scope="([^"]+)"/.exec(header)?.[1];
    if (response.status !== 403 || !/error="insufficient_scope"/.test(header) || !scope) return response;
    const wider = `Read Write Delete Admin ${scope}`;
    await this.login({ scope: wider }); // expect: review scope-side-channel
    const listed = `read, write, delete, admin, ${scope}`;
    await this.login({ scope: listed }); // expect: review scope-side-channel
    return fetch(this.origin + path);
  }
}
