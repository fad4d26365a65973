interface Challenge {
  error?: string;
  scope?: string;
}
declare function parse(header: string | null): Challenge;

interface Token {
  access_token: string;
  scope: string;
}

export class Trainer {
  private scope = "read";
  private token?: Token;

  constructor(private readonly clientId: string) {}

  can(permission: string): boolean {
    return this.token?.scope.split(",").includes(permission) ?? false;
  }

  async send(path: string, again = true): Promise<Response> {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403 || !again) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.scope = challenge.scope; // expect: review unfit-sink
    this.authorize();
    return this.send(path, false);
  }

  authorize(): void {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope });
    location.href = `https://login.example.com/authorize?${params}`;
  }
}
