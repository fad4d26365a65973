import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Snapshot {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.state = { tries: 0 };
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const before = { ...this.state };
    this.state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (JSON.stringify(before) === JSON.stringify(this.state)) throw new Error("no change");
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.state.scope });
  }
}

export class ByField {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.last = {};
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const options = { serverUrl: this.serverUrl, scope: this.scope };
    if (Object.entries(options).every(([name, value]) => this.last[name] === value)) throw new Error("again");
    this.last = options;
    return auth(this.provider, options);
  }
}

export class Getter {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  get wanted() {
    return this.scope;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (this.wanted === this.last) throw new Error("again");
    this.last = this.wanted;
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}

export class ErrorTells {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
  }

  async send(body) {
    for (;;) {
      try {
        return await this.once(body);
      } catch (error) {
        if (error.message === this.last) return undefined;
        this.last = error.message;
      }
    }
  }

  async once(body) {
    const response = await fetch(this.serverUrl, { method: "POST", body });
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    throw new Error(`stepped up to ${this.scope}`);
  }
}

export class SetterCounts {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.changes = 0;
  }

  get scope() {
    return this.kept;
  }

  set scope(value) {
    if (this.kept === value) return;
    this.kept = value;
    this.changed();
  }

  changed() {
    this.changes++;
  }

  async onRefused(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    const before = this.changes;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    if (before === this.changes) throw new Error("nothing new is wanted");
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
