// Pairs of one answer's header, or the challenge of one answer among several: nothing of another gets in.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class OneAnswerByPairs {
  async onReplies(response) {
    const read = {};
    const header = response.headers.get("WWW-Authenticate") ?? "";
    for (const [, name, value] of header.matchAll(/(\w+)="([^"]*)"/g)) read[name] = value;
    if (read.error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, read.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OneAnswerByEntries {
  async onReplies(response) {
    const found = [...response.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g)];
    const read = Object.fromEntries(found.map(([, name, value]) => [name, value]));
    if (read.error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, read.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class TheOneThatLacksScope {
  async onReplies(responses) {
    const all = responses.map((each) => extractWWWAuthenticateParams(each));
    const read = all.find(({ error }) => error === "insufficient_scope");
    if (!read) return;
    const tokens = await this.provider?.tokens();
    if (read.error !== "insufficient_scope") return;
    this.scope = unionScopes(tokens?.scope, this.scope, read.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class FoundInAListThatGrows {
  async onReplies(responses) {
    const all = [];
    for (const each of responses) all.push(extractWWWAuthenticateParams(each));
    const read = all.find(({ error }) => error === "insufficient_scope");
    if (!read) return;
    const tokens = await this.provider?.tokens();
    if (read.error !== "insufficient_scope") return;
    this.scope = unionScopes(tokens?.scope, this.scope, read.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class TheLastOfSeveralTries {
  async onReplies(urls) {
    let read = {};
    for (const url of urls) {
      const response = await fetch(url);
      if (response.ok) return;
      read = extractWWWAuthenticateParams(response);
    }
    if (read.error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, read.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class TheFirst {
  async onReplies(responses) {
    const [read] = responses.map((each) => extractWWWAuthenticateParams(each));
    if (read.error !== "insufficient_scope") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, read.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
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
