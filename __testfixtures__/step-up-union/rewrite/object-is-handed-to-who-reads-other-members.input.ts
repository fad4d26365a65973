import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { register } from "../shared/registry.js";

const NAME = "name";
const seen = new WeakSet<object>();
const counts = new WeakMap<object, number>();
const label = (client: { name: string }) => `client ${client.name}`;

class Pinger {
  constructor(private readonly client: { url: URL }) {}

  ping(): Promise<Response> {
    return fetch(this.client.url);
  }
}

export class Client {
  private scope?: string;
  readonly name = "remote";
  readonly onAnswer = this.onForbidden.bind(this);
  private readonly pinger = new Pinger(this);

  constructor(
    readonly provider: OAuthClientProvider,
    readonly url: URL,
  ) {
    register(this);
  }

  get title(): string {
    return label(this) + this[NAME];
  }

  ping(): Promise<Response> {
    return this.pinger.ping();
  }

  isOne(other: unknown): boolean {
    return other === this && !seen.has(this);
  }

  protected mayAsk(url: URL): boolean {
    return url.protocol === "https:";
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    seen.add(this);
    counts.set(this, (counts.get(this) ?? 0) + 1);
    if (!this.mayAsk(this.url)) return;
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

Object.assign(Client.prototype, {
  hostname(this: Client): string {
    return this.url.hostname;
  },
});

export class Secured extends Client {
  protected override mayAsk(url: URL): boolean {
    return super.mayAsk(url) && url.hostname !== "localhost";
  }
}
