// Pairs of one answer's header, or the challenge of one answer among several: nothing of another gets in.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export class OneAnswerByPairs {
  async onReplies(response) {
    const read = {};
    const header = response.headers.get("WWW-Authenticate") ?? "";
    for (const [, name, value] of header.matchAll(/(\w+)="([^"]*)"/g)) read[name] = value;
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OneAnswerByEntries {
  async onReplies(response) {
    const found = [...response.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g)];
    const read = Object.fromEntries(found.map(([, name, value]) => [name, value]));
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class TheOneThatLacksScope {
  async onReplies(responses) {
    const all = responses.map((each) => extractWWWAuthenticateParams(each));
    const read = all.find(({ error }) => error === "insufficient_scope");
    if (!read) return;
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class FoundInAListThatGrows {
  async onReplies(responses) {
    const all = [];
    for (const each of responses) all.push(extractWWWAuthenticateParams(each));
    const read = all.find(({ error }) => error === "insufficient_scope");
    if (!read) return;
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
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
    this.scope = read.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class TheFirst {
  async onReplies(responses) {
    const [read] = responses.map((each) => extractWWWAuthenticateParams(each));
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
