declare const db: { insert(table: object): { values(row: object): Promise<void> } };
declare const denials: object;

class Account {
  private scope = "read";
  need(scope: string): void {
    this.scope = `${this.scope} ${scope}`; // expect: already-union union-kept
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

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly scope: string,
  ) {
    super(`The server answered ${status}.`);
  }
}

async function request(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Refused(response.status, response.headers.get("x-scope") ?? "");
  return response;
}

export async function get(url: string, connect: (request: { scope: string }) => Promise<void>): Promise<Response> {
  try {
    return await request(url);
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    await connect({ scope: problem.scope });
    return request(url);
  }
}

export async function audit(problem: { error: string; scope?: string }): Promise<void> {
  if (problem.error === "insufficient_scope") await db.insert(denials).values({ scope: problem.scope, at: Date.now() });
}

export function keysIn(error: Error): string | undefined {
  if (!error.message.includes("insufficient_scope")) throw error;
  for (const [, key, value] of error.message.matchAll(/([a-z_]+)="([^"]+)"/gi)) if (key === "realm") return value;
  return undefined;
}
