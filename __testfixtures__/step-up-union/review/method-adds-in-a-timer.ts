const words = (text = "") => text.split(/\s+/).filter(Boolean);

export class Session {
  private asked = new Set<string>(["profile"]);

  constructor(private readonly issuer: string) {}

  async signIn(options: { scope?: string } = {}): Promise<void> {
    setTimeout(() => words(options.scope).forEach((each) => this.asked.add(each)), 10);
    await this.browser([...this.asked].join(" "));
  }

  private async browser(scope: string): Promise<void> {
    await fetch(`${this.issuer}/authorize?${new URLSearchParams({ client_id: "boards", scope })}`);
  }
}

const session = new Session("https://login.boards.example");

export function boards() {
  return async (path: string): Promise<Response> => {
    const response = await fetch(path);
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.status !== 403 || !/error="?insufficient_scope/.test(header)) return response;
    const scope = header.match(/scope="([^"]+)"/)?.[1];
    await session.signIn({ scope }); // expect: review scope-side-channel
    return fetch(path);
  };
}
