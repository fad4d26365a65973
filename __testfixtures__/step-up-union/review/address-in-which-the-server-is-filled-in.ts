declare function parse(header: string | null): { error?: string; scope?: string };

const AUTHORIZE = "https://{tenant}.example.com/authorize";

export class Client {
  private scope: string | undefined = "files:read";

  async send(tenant: string, path: string): Promise<Response> {
    const response = await fetch(path);
    if (response.status !== 403) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    location.href = this.url().replace("{tenant}", tenant);
    return response;
  }

  private url(): string {
    const params = new URLSearchParams({ client_id: "files", response_type: "code", scope: this.scope ?? "" });
    return `${AUTHORIZE}?${params}`;
  }
}
