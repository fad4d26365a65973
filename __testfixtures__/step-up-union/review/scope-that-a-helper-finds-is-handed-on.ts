export class Holder {
  private scope = "read";
  getScope(): string {
    return this.scope;
  }
  setScope(value: string): void {
    this.scope = value; // expect: review unproven-step-up (advice granted-scope-unknown)
  }
}

export class Handler {
  private readonly holder = new Holder();
  constructor(private readonly authorizer: { authorize(scope: string): Promise<void> }) {}

  async handle(response: Response): Promise<void> {
    const header = response.headers.get("WWW-Authenticate");
    if (response.status === 403 && header?.includes("insufficient_scope")) {
      const challenged = this.readScope(header);
      this.holder.setScope(challenged);
      await this.authorizer.authorize(this.holder.getScope());
    }
  }

  private readScope(header: string): string {
    const match = /scope="([^"]+)"/.exec(header);
    return match === null ? "" : match[1]!;
  }
}

declare const client: { generateAuthUrl(options: { access_type: string; scope?: string }): string };

export function addressFor(header: string): string | undefined {
  if (!header.includes("insufficient_scope")) return undefined;
  const scope = header.split('scope="')[1]?.split('"')[0];
  return client.generateAuthUrl({ access_type: "offline", scope }); // expect: review scope-side-channel
}

let pending: Promise<string> | null = null;

export async function tokenAfter(header: string, obtain: (request: { scope: string }) => Promise<string>) {
  if (!header.includes("insufficient_scope")) return undefined;
  const scope = header.match(/scope="([^"]+)"/)?.[1] ?? "";
  pending ??= obtain({ scope }).finally(() => { // expect: review scope-side-channel
    pending = null;
  });
  return pending;
}

export function tell(worker: Worker, header: string): void {
  if (header.includes("insufficient_scope"))
    worker.postMessage({ type: "authorize", scope: header.match(/scope="([^"]+)"/)?.[1] }); // expect: review scope-side-channel
}
