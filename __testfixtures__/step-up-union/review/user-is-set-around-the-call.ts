import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

let current: string | undefined;

export function withUser<T>(user: string, run: () => T): T {
  const before = current;
  current = user;
  try {
    return run();
  } finally {
    current = before;
  }
}

const useUser = () => current ?? "nobody";

export class Client {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  async onForbidden(response: Response): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return "refused";
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const user = useUser();
    return `${user}: ${await auth(this.provider, { serverUrl: this.url, scope: this.scope })}`;
  }
}
