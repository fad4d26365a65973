import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Hooks {
  onDenied(scope: string): Promise<void>;
}

class Feed {
  private readonly hooks: Hooks;
  constructor(
    private readonly address: string,
    options: { hooks: Hooks },
  ) {
    this.hooks = options.hooks;
  }
  async next(): Promise<Response> {
    const reply = await fetch(this.address);
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (reply.status !== 403 || error !== "insufficient_scope" || !scope) return reply;
    await this.hooks.onDenied(scope);
    return fetch(this.address);
  }
}

export function openFeed(provider: OAuthClientProvider, serverUrl: string): Feed {
  const hooks = {
    async onDenied(scope: string) {
      await auth(provider, { serverUrl, scope }); // expect: review unproven-step-up (advice refresh-cannot-widen)
    },
  };
  return new Feed(serverUrl, { hooks });
}

async function read(address: string, widen: (scope: string) => Promise<void>): Promise<Response> {
  const reply = await fetch(address);
  const { error, scope } = extractWWWAuthenticateParams(reply);
  if (reply.status === 403 && error === "insufficient_scope" && scope) {
    await widen(scope);
    return fetch(address);
  }
  return reply;
}

export class Account {
  private scope?: string;
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {}
  async get(): Promise<Response> {
    return read(this.serverUrl, this.widen.bind(this));
  }
  private async widen(needed: string): Promise<void> {
    this.scope = needed; // expect: review unproven-step-up (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

abstract class Connector {
  protected abstract signIn(options: { scope: string }): Promise<void>;
  async onReply(reply: Response): Promise<boolean> {
    const { error, scope } = extractWWWAuthenticateParams(reply);
    if (reply.status !== 403 || error !== "insufficient_scope" || !scope) return false;
    await this.signIn({ scope });
    return true;
  }
}

export class MailConnector extends Connector {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: string,
  ) {
    super();
  }
  protected async signIn({ scope }: { scope: string }): Promise<void> {
    await auth(this.provider, { serverUrl: this.serverUrl, scope }); // expect: review unproven-step-up (advice refresh-cannot-widen)
  }
}
