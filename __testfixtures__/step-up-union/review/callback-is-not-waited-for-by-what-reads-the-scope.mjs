import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class NotWaited {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async forEach(challenges) {
    challenges.forEach(async (challenge) => {
      if (challenge.error === "insufficient_scope") this.scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    });
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  timers(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    setTimeout(async () => {
      if (error === "insufficient_scope") this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    });
    setTimeout(() => auth(this.provider, { serverUrl: this.url, scope: this.scope }));
  }

  listeners(socket) {
    socket.on("challenge", async (challenge) => {
      if (challenge.error === "insufficient_scope") this.scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    });
    socket.on("challenge", () => auth(this.provider, { serverUrl: this.url, scope: this.scope }));
  }
}
