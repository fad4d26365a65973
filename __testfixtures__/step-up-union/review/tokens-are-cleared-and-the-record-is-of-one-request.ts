import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

interface Message {
  body: string;
  url: URL;
  user?: string;
  retried?: boolean;
}

export class Client {
  private readonly provider: OAuthClientProvider;
  private readonly url: URL;

  constructor(provider: OAuthClientProvider, url: URL) {
    this.provider = provider;
    this.url = url;
  }

  async send(message: Message): Promise<string> {
    const response = await fetch(this.url, { method: "POST", body: message.body });
    if (response.ok) {
      return "done";
    }
    if (response.status !== 403) throw new Error(`refused with ${response.status}`);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      await this.provider.invalidateCredentials?.("tokens");
      const options: { serverUrl: URL; scope?: string } = { serverUrl: this.url };
      options.scope = scope; // expect: review unfit-sink
      const result = await auth(this.provider, options);
      if (result !== "AUTHORIZED") throw new Error("unauthorized");
      return this.send(message);
    }
    throw new Error(`refused with ${response.status}`);
    throw new Error(`refused with ${response.status}`);
  }
}

