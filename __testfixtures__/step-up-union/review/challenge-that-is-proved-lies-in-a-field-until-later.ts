interface Challenge {
  error?: string;
  scope: string;
}
function readChallenge(response: Response): Challenge | null {
  const header = response.headers.get("www-authenticate") ?? "";
  const scope = /scope="([^"]+)"/.exec(header)?.[1];
  return { error: /error="([^"]+)"/.exec(header)?.[1], scope: scope ?? "" };
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
    const challenge = readChallenge(response);
    if (response.status === 403 && challenge?.error === "insufficient_scope") this.pending = challenge;
    return response;
  }
  async resume(): Promise<void> {
    if (!this.pending) return;
    this.scope = this.pending.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    this.pending = null;
    await this.authorize(this.scope);
  }
}
