interface Challenge {
  error?: string;
  scope: string;
}
function readChallenge(response: Response): Challenge | null {
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = /scope="([^"]+)"/.exec(header)?.[1];
  return response.status === 403 && header.includes('error="insufficient_scope"') && scope ? { scope } : null;
}
export class Client {
  private scope = "base";
  private pending: Challenge | null = null;
  constructor(
    private readonly url: string,
    private readonly authorize: (scope: string) => Promise<string>,
  ) {}
  async get(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    this.pending = readChallenge(response);
    return response;
  }
  async resume(): Promise<void> {
    if (this.pending === null) return;
    this.scope = this.pending.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    this.pending = null;
    await this.authorize(this.scope);
  }
}
