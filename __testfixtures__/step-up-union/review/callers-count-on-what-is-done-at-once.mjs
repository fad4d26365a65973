import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class Client {
  constructor(provider, serverUrl, events) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.events = events;
    this.jobs = [];
    this.locked = false;
    this.started = false;
  }

  listener(response) {
    const refusal = { response, taken: undefined };
    this.events.on("refused", async (event) => {
      const { error, scope } = extractWWWAuthenticateParams(event.response);
      if (error !== "insufficient_scope") return;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      event.taken = auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    });
    this.events.emit("refused", refusal);
    return refusal.taken ?? response;
  }

  hooks(response) {
    const context = { response, taken: undefined };
    const hooks = [
      async (event) => {
        const { error, scope } = extractWWWAuthenticateParams(event.response);
        if (error !== "insufficient_scope") return;
        this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
        event.taken = auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
      },
    ];
    for (const hook of hooks) void hook(context);
    return context.taken ?? response;
  }

  promise(response) {
    const job = new Promise(async (resolve) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return resolve(response);
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      this.started = true;
      resolve(auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope }));
    });
    if (!this.started) throw new Error("not started");
    return job;
  }

  forEach(responses) {
    responses.forEach(async (response) => {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error !== "insufficient_scope") return;
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      this.jobs.push(auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope }));
    });
    return Promise.all(this.jobs);
  }

  lock(response) {
    this.locked = true;
    try {
      return this.whileLocked(response);
    } finally {
      this.locked = false;
    }
  }

  async whileLocked(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    this.assertLocked();
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  assertLocked() {
    if (!this.locked) throw new Error("outside of the lock");
  }

  race(response) {
    return Promise.race([this.marking(response), Promise.resolve().then(() => (this.begun ? response : "not begun"))]);
  }

  async marking(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    this.begun = true;
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
