import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** The socket is made behind the site: nothing comes before it listens. */
export class Bridge {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const socket = new WebSocket(this.serverUrl);
    const opened = new Promise((resolve) => {
      socket.onopen = resolve;
    });
    await opened;
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
