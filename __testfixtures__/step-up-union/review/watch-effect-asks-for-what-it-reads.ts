import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";
import { ref, watchEffect } from "vue";

export class Client {
  private readonly wanted = ref<string | undefined>();

  constructor(
    private readonly provider: OAuthClientProvider,
    private readonly serverUrl: URL,
  ) {
    watchEffect(() => void this.ask());
  }

  private async ask() {
    if (this.wanted.value) await auth(this.provider, { serverUrl: this.serverUrl, scope: this.wanted.value });
  }

  async send(message: unknown) {
    const response = await fetch(this.serverUrl, { method: "POST", body: JSON.stringify(message) });
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope" && scope) {
        this.wanted.value = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      }
    }
    return response;
  }
}
