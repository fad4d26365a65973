export class ServerAuth {
  constructor(
    readonly issuer: URL,
    private wanted: string[] | undefined,
  ) {}
  get scopes(): string[] | undefined {
    return this.wanted;
  }
  update(reply: Response): boolean {
    const challenged = reply.headers.get("WWW-Authenticate")?.match(/scope="([^"]+)"/)?.[1]?.split(" ");
    if (String(challenged) === String(this.wanted)) return false;
    this.wanted = challenged; // expect: review scope-collection (advice granted-scope-unknown)
    return true;
  }
}

export class Connection {
  constructor(
    private readonly auth: ServerAuth,
    private readonly getToken: (issuer: URL, scopes: string[] | undefined) => Promise<string>,
  ) {}
  async send(url: string, headers: Record<string, string>): Promise<Response> {
    const reply = await fetch(url, { headers });
    if ((reply.status === 401 || reply.status === 403) && this.auth.update(reply)) {
      headers["Authorization"] = `Bearer ${await this.getToken(this.auth.issuer, this.auth.scopes)}`;
      return fetch(url, { headers });
    }
    return reply;
  }
}
