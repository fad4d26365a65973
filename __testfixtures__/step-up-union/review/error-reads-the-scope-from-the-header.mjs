class Forbidden extends Error {
  constructor(header) {
    super("forbidden");
    this.code = /error="([^"]+)"/.exec(header)?.[1];
    this.needed = /scope="([^"]+)"/.exec(header)?.[1];
  }
}

export class Api {
  constructor(identity) {
    this.identity = identity;
  }

  async once(path) {
    const response = await fetch(path);
    if (response.status === 403) throw new Forbidden(response.headers.get("www-authenticate") ?? "");
    return response.json();
  }

  async get(path) {
    try {
      return await this.once(path);
    } catch (error) {
      if (!(error instanceof Forbidden) || error.code !== "insufficient_scope") throw error;
      this.token = await this.identity.authorize({ scope: error.needed, prompt: "consent" }); // expect: review scope-side-channel
      return this.once(path);
    }
  }
}
