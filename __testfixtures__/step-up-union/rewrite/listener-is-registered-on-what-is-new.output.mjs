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
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, note.scope);
    const helper = fork(this.script);
    helper.once("message", (message) => console.log(message));
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async onLateNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, note.scope);
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
    await once(this.provider, "saved");
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
