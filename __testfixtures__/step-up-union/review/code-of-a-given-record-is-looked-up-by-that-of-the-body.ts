import { auth, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
type Failure = { code: string; scope: string };
export class Session {
  private wanted?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}
  async once(path: string): Promise<[Response, null] | [null, Failure]> {
    const res = await fetch(this.url + path);
    if (res.status < 400) return [res, null];
    const body = await res.json();
    const table: Record<string, string> = { insufficient_scope: "insufficient_scope" };
    const code = table[body.error] ?? "other";
    return [null, { code, scope: body.scope ?? "" }];
  }
  async get(path: string): Promise<Response> {
    const [out, err] = await this.once(path);
    if (err === null) return out;
    if (err.code !== "insufficient_scope" || err.scope === "") throw new Error(err.code);
    this.wanted = err.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.wanted });
    return fetch(this.url + path);
  }
}
