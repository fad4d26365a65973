import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Table {
  busy = false;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.handlers = { 403: (response) => this.stepUp(response) };
  }

  async on(response) {
    if (!this.busy) return this.handlers[response.status](response);
  }

  async stepUp(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      this.busy = true;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Entries {
  busy = false;
  handlers = new Map();

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.handlers.set(403, (response) => this.stepUp(response));
  }

  async on(response) {
    if (this.busy) return;
    await this.handlers.get(response.status)?.(response);
  }

  async stepUp(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      this.busy = true;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class Names {
  busy = false;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async on(response) {
    if (this.busy) return;
    await this[`on${response.status}`](response);
  }

  async on403(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope") {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      this.busy = true;
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
