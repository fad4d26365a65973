import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: URL,
  ) {}

  private options(scope?: string) {
    return { serverUrl: this.url, scope }; // expect: review scope-side-channel
  }

  async onResponse(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") await auth(this.provider, this.options(scope));
  }
}

interface Link {
  url: string;
  provider: OAuthClientProvider;
  scope?: string;
}

export function onReply(link: Link, response: Response): void {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope" && scope) link.scope = scope; // expect: review scope-side-channel
}

export async function login(link: Link): Promise<void> {
  await auth(link.provider, { serverUrl: link.url, scope: link.scope });
}

type Options = { scope: string };
const withScope = (scope: string) => (options: Options) => {
  options.scope = scope; // expect: review scope-side-channel
};

async function authorize(...given: ((options: Options) => void)[]): Promise<void> {
  const options: Options = { scope: "read" };
  for (const each of given) each(options);
  await fetch("https://as.example/par", { method: "POST", body: new URLSearchParams({ ...options, client_id: "cli" }) });
}

export async function send(url: string): Promise<void> {
  const { error, scope } = extractWWWAuthenticateParams(await fetch(url));
  if (error === "insufficient_scope" && scope) await authorize(withScope(scope));
}

const config: Record<string, string | undefined> = { client_id: "cli", scope: "read" };
const address = () => `https://as.example/authorize?${new URLSearchParams(config as Record<string, string>)}`;

export async function open(url: string, browse: (address: string) => Promise<void>): Promise<void> {
  const challenge = extractWWWAuthenticateParams(await fetch(url));
  if (challenge.error === "insufficient_scope") {
    config["scope"] = challenge.scope; // expect: review scope-side-channel
    await browse(address());
  }
}
