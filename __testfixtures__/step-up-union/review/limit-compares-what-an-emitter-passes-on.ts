import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { EventEmitter } from "node:events";

interface Message {
  body: string;
  url: URL;
  user?: string;
  retried?: boolean;
}

export class Client {
  private readonly provider: OAuthClientProvider;
  private readonly url: URL;
  private requested: string | undefined;
  private readonly refusals = new EventEmitter();

  constructor(provider: OAuthClientProvider, url: URL) {
    this.provider = provider;
    this.url = url;
    this.refusals.on("forbidden", (settle, ...all: [Response, Message]) => settle(this.onForbidden(...all)));
  }

  async send(message: Message, tried?: string): Promise<string> {
    const response = await fetch(this.url, { method: "POST", body: message.body });
    if (response.ok) {
      return "done";
    }
    if (response.status === 403) {
      return new Promise((resolve) => this.refusals.emit("forbidden", resolve, response, message, tried));
    }
    throw new Error(`refused with ${response.status}`);
  }
  private async onForbidden(response: Response, message: Message, tried?: string): Promise<string> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      if (tried !== undefined && tried === scope) throw new Error("refused again");
      this.requested = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
      const result = await auth(this.provider, { serverUrl: this.url, scope: this.requested });
      if (result !== "AUTHORIZED") throw new Error("unauthorized");
      return this.send(message, this.requested);
    }
    throw new Error(`refused with ${response.status}`);
  }
}
