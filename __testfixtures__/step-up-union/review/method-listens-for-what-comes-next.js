import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** The ticket comes right behind the refusal: who reads the tokens first is not there yet. */
export class Board {
  constructor(socket, provider, url) {
    this.socket = socket;
    this.provider = provider;
    this.url = url;
  }

  async onRefused(frame) {
    if (frame.error !== "insufficient_scope" || !frame.scope) return;
    const options = { serverUrl: this.url, scope: frame.scope }; // expect: review unfit-sink (advice refresh-cannot-widen)
    const { ticket } = await this.next("ticket");
    await auth(this.provider, options);
    this.socket.send(ticket);
  }

  next(kind) {
    return new Promise((resolve) => {
      this.socket.addEventListener(kind, resolve);
    });
  }
}
