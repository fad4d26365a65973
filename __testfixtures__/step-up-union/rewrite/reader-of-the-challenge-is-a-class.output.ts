class Challenge {
  constructor(private readonly header: string) {}

  isInsufficientScope(): boolean {
    return /(^|[\s,])error="insufficient_scope"/.test(this.header);
  }

  getScope(): string {
    return /(^|[\s,])scope="([^"]*)"/.exec(this.header)?.[2] ?? "";
  }
}

export class ReportService {
  private wanted = "base";

  constructor(
    private readonly api: string,
    private readonly issuer: string,
    private readonly browser: (url: string) => Promise<string>,
  ) {}

  async execute(path: string): Promise<unknown> {
    const first = await fetch(this.api + path);
    if (first.status !== 403) return first.json();
    const challenge = new Challenge(first.headers.get("WWW-Authenticate") ?? "");
    if (!challenge.isInsufficientScope() || challenge.getScope() === "") return first.json();
    this.wanted = unionScopes(this.wanted, challenge.getScope()) ?? this.wanted;
    return this.browser(`${this.issuer}/authorize?${new URLSearchParams({ client_id: "a", scope: this.wanted })}`);
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 * Typed as a string where the last part is one, as a scope is never blank; of blanks alone, the union is undefined.
 */
function unionScopes(...scopes: [...Array<string | undefined>, string]): string;
function unionScopes(...scopes: Array<string | undefined>): string | undefined;
function unionScopes(...scopes: Array<string | undefined>): string | undefined {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
