import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export const browser = {
  async open(url) {
    this.url = url;
    const response = await fetch(url);
    if (response.status === 403) await this.stepUp(response);
  },

  async stepUp(response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  },
};

export const follower = {
  open: async function (url) {
    this.url = url;
    const response = await fetch(url);
    if (response.status === 403) await this.stepUp(response);
  },

  stepUp: async function (response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  },
};

export function Reader(provider) {
  this.provider = provider;
}

Reader.prototype.open = async function (url) {
  this.url = url;
  const response = await fetch(url);
  if (response.status === 403) await this.stepUp(response);
};

Reader.prototype.stepUp = async function (response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(this.provider, { serverUrl: this.url, scope: this.scope });
};

export class Crawler {
  async open(url) {
    this.url = url;
    const response = await fetch(url);
    if (response.status === 403) await stepUpOf.call(this, response);
  }
}

async function stepUpOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(this.provider, { serverUrl: this.url, scope: this.scope });
}

export class Indexer {
  async open(url) {
    this.url = url;
    const response = await fetch(url);
    if (response.status === 403) await stepUp(this, response);
  }
}

async function stepUp(client, response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope" || !scope) return;
  client.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
  await auth(client.provider, { serverUrl: client.url, scope: client.scope });
}
