import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

const join = (...scopes: (string | undefined)[]) => scopes.filter(Boolean).join(" ");

export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  #options(granted?: string, scope?: string) {
    return { serverUrl: this.url, scope: join(granted, scope) }; // expect: already-union union-kept
  }

  async onResponse(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    const tokens = await this.provider.tokens();
    if (error === "insufficient_scope") await auth(this.provider, this.#options(tokens?.scope, scope));
  }
}

interface Problem {
  url: string;
  scope?: string;
}

interface Link {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

export function onReply(problem: Problem, response: Response): void {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) problem.scope = scope;
}

export async function login(link: Link): Promise<void> {
  await auth(link.provider, { serverUrl: link.url, scope: link.scope });
}
