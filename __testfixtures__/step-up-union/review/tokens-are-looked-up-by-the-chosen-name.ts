import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { OAuthTokens } from "@modelcontextprotocol/sdk/shared/auth.js";

interface Profile {
  tokens?: OAuthTokens;
}

/** Answers for whichever profile was chosen last. */
export class Profiles {
  private readonly known = new Map<string, Profile>();
  private current = "";

  activate(name: string): void {
    this.current = name;
  }

  async tokens(): Promise<OAuthTokens | undefined> {
    return this.known.get(this.current)?.tokens;
  }
}

export class Calendar {
  private scope?: string;

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly url: string,
  ) {}

  async get(path: string): Promise<Response> {
    const response = await fetch(this.url + path);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url + path);
  }
}
