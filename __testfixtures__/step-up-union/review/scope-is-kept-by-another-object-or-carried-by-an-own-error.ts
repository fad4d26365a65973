declare function authorize(request: { clientId: string; scope?: string }): Promise<string>;

class Account {
  private scope = "read";
  need(scope: string): void {
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown)
  }
  get address(): string {
    return `/authorize?client_id=web&scope=${encodeURIComponent(this.scope)}`;
  }
}

const account = new Account();

export function check(response: Response): void {
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope")) {
    account.need(header.match(/scope="([^"]+)"/)![1]!);
    location.assign(account.address);
  }
}

class Needed extends Error {
  constructor(readonly scope: string) {
    super(`The server asks for ${scope}.`);
  }
}

async function request(url: string): Promise<Response> {
  const response = await fetch(url);
  const header = response.headers.get("www-authenticate") ?? "";
  if (response.status === 403 && header.includes("insufficient_scope"))
    throw new Needed(header.match(/scope="([^"]+)"/)![1]!);
  return response;
}

export async function get(url: string, connect: (request: { scope: string }) => Promise<void>): Promise<Response> {
  try {
    return await request(url);
  } catch (problem) {
    if (!(problem instanceof Needed)) throw problem;
    await connect({ scope: problem.scope }); // expect: review scope-side-channel
    return request(url);
  }
}

export class Configured {
  private challenged?: string;
  constructor(private readonly base: string) {}

  private get scope(): string {
    return [this.base, this.challenged].filter(Boolean).join(" ");
  }

  async onReply({ error, scope }: { error?: string; scope?: string }): Promise<void> {
    if (error !== "insufficient_scope") return;
    this.challenged = scope; // expect: review scope-side-channel
    await authorize({ clientId: "web", scope: this.scope });
  }
}

function scopesIn(error: Error): string | undefined {
  for (const [, key, value] of error.message.matchAll(/([a-z_]+)="([^"]+)"/gi)) if (key === "scope") return value;
  return undefined;
}

export async function reauthorize(error: Error, clientId: string): Promise<string> {
  if (!error.message.includes("insufficient_scope")) throw error;
  return authorize({ clientId, scope: scopesIn(error) }); // expect: review unfit-sink
}
