import { fork } from "node:child_process";
import { once } from "node:events";
import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** What is made behind the tokens tells nothing before, and what was waited for is waited for as late as before. */
export class Runner {
  constructor(serverUrl, provider, script) {
    this.serverUrl = serverUrl;
    this.provider = provider;
    this.script = script;
  }

  async onNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    const helper = fork(this.script);
    helper.once("message", (message) => console.log(message));
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async onLateNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    this.scope = note.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    await once(this.provider, "saved");
  }
}
