import { auth } from "@modelcontextprotocol/sdk/client/auth.js";

/** The socket is made behind the site: nothing comes before it listens. */
export class Bridge {
  constructor(serverUrl, provider) {
    this.serverUrl = serverUrl;
    this.provider = provider;
  }

  async onNote(note) {
    if (note.error !== "insufficient_scope" || !note.scope) return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, note.scope);
    const socket = new WebSocket(this.serverUrl);
    const opened = new Promise((resolve) => {
      socket.onopen = resolve;
    });
    await opened;
    await auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
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
