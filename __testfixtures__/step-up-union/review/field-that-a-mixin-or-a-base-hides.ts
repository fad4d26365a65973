import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

type Constructor<Made> = abstract new (...given: any[]) => Made;

export function upscoping<Base extends Constructor<{ provider: OAuthClientProvider; url: URL }>>(base: Base) {
  abstract class Upscoping extends base {
    async onForbidden(response: Response): Promise<void> {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        (this as any)._scope = scope; // expect: review unfit-sink
        await auth(this.provider, { serverUrl: this.url, scope: (this as any)._scope?.toString() });
      }
    }

    async withACast(response: Response): Promise<void> {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        (this as any)._asked = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
        await auth(this.provider, { serverUrl: this.url, scope: (this as any)._asked });
      }
    }
  }
  return Upscoping;
}
