import { filter, Subject } from "rxjs";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class TicketFeed {
  refused = new Subject();
  scope = undefined;
  isBusy = false;

  constructor(provider, serverUrl) {
    this.serverUrl = serverUrl;
    this.refused.pipe(filter(() => !this.isBusy)).subscribe(async ({ scope }) => {
      if (scope) {
        this.scope = scope;
      }
      this.isBusy = true;
      await auth(provider, { serverUrl, scope: this.scope });
      this.isBusy = false;
    });
  }

  async load(path) {
    const response = await fetch(new URL(path, this.serverUrl));
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") this.refused.next({ scope }); // expect: review scope-side-channel
    }
    return response;
  }
}

export class Ledger extends EventTarget {
  wanted = undefined;

  constructor(provider, serverUrl) {
    super();
    this.serverUrl = serverUrl;
    this.addEventListener("refused", async ({ detail }) => {
      this.wanted = detail.scope ?? this.wanted;
      await auth(provider, { serverUrl, scope: this.wanted });
    });
  }

  async load() {
    const response = await fetch(this.serverUrl);
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") this.dispatchEvent(new CustomEvent("refused", { detail: { scope } })); // expect: review scope-side-channel
    }
    return response;
  }
}
