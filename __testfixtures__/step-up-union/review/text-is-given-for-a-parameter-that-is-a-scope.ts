interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;
declare function authorize(scope: string): Promise<void>;

export class Client {
  private missing: string | undefined;

  async send(path: string): Promise<Response> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope" && challenge.scope) {
      this.missing = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
      await authorize(`openid ${this.missing}`);
    }
    return response;
  }
}
