import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { ConsentDialog } from "./consent.js";
import { inject } from "./injector.js";

export class Client {
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }

  async onForbidden(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const dialog = inject(ConsentDialog);
    await dialog.ask();
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
