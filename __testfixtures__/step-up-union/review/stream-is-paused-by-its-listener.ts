import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import type { Readable } from "node:stream";

export class Feed {
  private scope?: string;
  constructor(private readonly url: string, private readonly provider: OAuthClientProvider) {}
  attach(stream: Readable) {
    stream.on("data", async (message: { res: Response }) => {
      const { error, scope } = extractWWWAuthenticateParams(message.res);
      if (message.res.status !== 403 || error !== "insufficient_scope" || !scope) return;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      stream.pause();
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
      stream.resume();
    });
  }
}
