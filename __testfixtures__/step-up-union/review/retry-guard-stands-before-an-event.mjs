import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { EventEmitter } from "node:events";

export class Emits extends EventEmitter {
  busy = false;

  constructor(url, provider) {
    super();
    this.url = url;
    this.provider = provider;
    this.on("403", (response) => this.stepUp(response));
  }

  receive(response) {
    if (!this.busy) this.emit("403", response);
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

export class Bound {
  busy = false;

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.handle = this.stepUp.bind(this);
  }

  async on(response) {
    if (this.busy) return;
    await this.handle(response);
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

export class Listeners {
  busy = false;
  listeners = [];

  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
    this.listeners.push((response) => this.stepUp(response));
  }

  receive(response) {
    if (this.busy) return;
    for (const listener of this.listeners) listener(response);
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
