import { Subject } from "rxjs";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class TicketFeed {
  refused = new Subject();
  scope = "";

  constructor(provider, serverUrl) {
    this.serverUrl = serverUrl;
    this.refused.subscribe(async ({ scope }) => {
      if (scope) {
        this.scope = [...new Set([...this.scope.split(" "), ...scope.split(" ")])].filter(Boolean).join(" ");
      }
      await auth(provider, { serverUrl, scope: this.scope });
    });
  }

  async load(path) {
    const response = await fetch(new URL(path, this.serverUrl));
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") this.refused.next({ scope });
    }
    return response;
  }
}

export class Notices {
  refused = new Subject();
  hint = "";

  constructor(provider, serverUrl) {
    this.serverUrl = serverUrl;
    this.refused.subscribe(({ scope }) => {
      this.hint = `You need ${scope}`;
    });
  }

  async load(path) {
    const response = await fetch(new URL(path, this.serverUrl));
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") this.refused.next({ scope });
    }
    return response;
  }
}
