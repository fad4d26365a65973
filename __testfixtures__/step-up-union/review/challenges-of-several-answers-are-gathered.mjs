// The challenges of several answers are gathered in one record or text: the scope may be of another than the error code.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function note(read, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error) read.error = error;
  if (scope) read.scope = scope;
}

export class ByALoopInALoop {
  async onReplies(responses) {
    const read = {};
    for (const each of responses) {
      const header = each.headers.get("WWW-Authenticate") ?? "";
      for (const [, name, value] of header.matchAll(/(\w+)="([^"]*)"/g)) read[name] = value;
    }
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class InAMap {
  async onReplies(responses) {
    const read = new Map();
    responses.forEach(({ headers }) => {
      for (const [, name, value] of headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g)) read.set(name, value);
    });
    if (read.get("error") !== "insufficient_scope") return;
    this.scope = read.get("scope"); // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class Reduced {
  async onReplies(responses) {
    const read = responses.reduce((all, each) => ({ ...all, ...extractWWWAuthenticateParams(each) }), {});
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class CopiedOnEachTurn {
  async onReplies(urls) {
    let read = {};
    for (const url of urls) {
      const response = await fetch(url);
      read = { ...read, ...extractWWWAuthenticateParams(response) };
    }
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OfEntries {
  async onReplies(responses) {
    const entries = responses.flatMap((each) => [...each.headers.get("WWW-Authenticate").matchAll(/(\w+)="([^"]*)"/g)]);
    const read = Object.fromEntries(entries.map(([, name, value]) => [name, value]));
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OfHeadersInOneText {
  async onReplies(responses) {
    const headers = responses.map((each) => each.headers.get("WWW-Authenticate"));
    const text = headers.join(", ");
    const error = /error="([^"]*)"/.exec(text)?.[1];
    const scope = /scope="([^"]*)"/.exec(text)?.[1];
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class InATextThatGrows {
  async onReplies(responses) {
    let text = "";
    for (const each of responses) text += `${each.headers.get("WWW-Authenticate")}, `;
    const error = /error="([^"]*)"/.exec(text)?.[1];
    const scope = /scope="([^"]*)"/.exec(text)?.[1];
    if (error !== "insufficient_scope") return;
    this.scope = scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class OfAListThatGrows {
  async onReplies(responses) {
    const all = [];
    for (const each of responses) all.push(extractWWWAuthenticateParams(each));
    const read = Object.assign({}, ...all);
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class MergedByAFunction {
  async onReplies(responses) {
    const read = {};
    for (const each of responses) note(read, each);
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

export class MergedAsAList {
  async onReplies(responses) {
    const read = Object.assign({}, ...responses.map((each) => extractWWWAuthenticateParams(each)));
    if (read.error !== "insufficient_scope") return;
    this.scope = read.scope; // expect: review unproven-step-up (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}
