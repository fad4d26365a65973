class Header {
  static parts(text: string) {
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1];
    return { error: part("error"), scope: part("scope") };
  }
}

export class Files {
  private scope: string | undefined;

  constructor(
    private readonly consent: (scope: string | undefined) => Promise<string>,
    private bearer: string,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(path, { headers: { authorization: `Bearer ${this.bearer}` } });
    const { error, scope } = Header.parts(response.headers.get("www-authenticate") ?? "");
    if (response.status !== 403 || error !== "insufficient_scope") return response;
    this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown, scope-may-be-missing)
    this.bearer = await this.consent(this.scope);
    return fetch(path, { headers: { authorization: `Bearer ${this.bearer}` } });
  }
}
