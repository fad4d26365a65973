class Forbidden extends Error {
  constructor(header) {
    super("forbidden");
    this.code = /error="([^"]+)"/.exec(header)?.[1];
    this.needed = /realm="([^"]+)"/.exec(header)?.[1];
  }
}

export class Api {
  constructor(identity) {
    this.identity = identity;
  }

  async get(path) {
    try {
      const response = await fetch(path);
      if (response.status === 403) throw new Forbidden(response.headers.get("www-authenticate") ?? "");
      return await response.json();
    } catch (error) {
      if (!(error instanceof Forbidden) || error.code !== "insufficient_scope") throw error;
      return this.identity.explain({ topic: error.needed });
    }
  }
}
