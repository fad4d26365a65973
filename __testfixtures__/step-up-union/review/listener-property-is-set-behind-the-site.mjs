import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** What comes while the tokens are read would be missed. */
export class Bridge {
  constructor(serverUrl, provider, socket) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.socket = socket;
  }

  async onNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const answered = new Promise((resolve) => {
      this.socket.onmessage = resolve;
    });
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    await answered;
  }

  async onNoteOfParent(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    process.once("message", (message) => this.answer(message));
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
