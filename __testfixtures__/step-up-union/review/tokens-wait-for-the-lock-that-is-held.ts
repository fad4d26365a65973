import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

class Lock {
  private tail: Promise<void> = Promise.resolve();

  async acquire(): Promise<() => void> {
    const before = this.tail;
    let release: () => void = () => {};
    this.tail = new Promise((done) => {
      release = done;
    });
    await before;
    return release;
  }
}

const lock = new Lock();

export const locked = (inner: OAuthClientProvider): OAuthClientProvider =>
  Object.assign(Object.create(inner), {
    async tokens() {
      const release = await lock.acquire();
      try {
        return await inner.tokens();
      } finally {
        release();
      }
    },
  });

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const release = await lock.acquire();
    try {
      if (error !== "insufficient_scope" || !scope) return;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    } finally {
      release();
    }
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
