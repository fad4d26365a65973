import { once } from "node:events";
import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** What a worker tells before it ends would be missed, if the handler waited before it listens. */
export class Runner {
  constructor(serverUrl, provider, worker) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.worker = worker;
  }

  async onNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const [code] = await once(this.worker, "exit");
    if (code !== 77) throw new Error(`worker ended with ${code}`);
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async onNoteOf(worker, note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    const ended = new Promise((resolve) => {
      worker.once("exit", resolve);
    });
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    await ended;
  }
}
