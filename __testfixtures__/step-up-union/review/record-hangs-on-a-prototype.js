import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function Assigned(provider, url) {
  this.provider = provider;
  this.url = url;
}

Assigned.prototype.state = { scope: undefined };
Assigned.prototype.onForbidden = async function (response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (response.status !== 403 || error !== "insufficient_scope") return;
  this.state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
  await auth(this.provider, { serverUrl: this.url, scope: this.state.scope });
};

export function Replaced(provider, url) {
  this.provider = provider;
  this.url = url;
}

Replaced.prototype = {
  state: {},
  onForbidden: async function (response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.state.scope });
  },
};

const base = {
  state: {},
  onForbidden: async function (response) {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (response.status !== 403 || error !== "insufficient_scope") return;
    this.state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen, scope-may-be-missing)
    await auth(this.provider, { serverUrl: this.url, scope: this.state.scope });
  },
};

export const create = (provider, url) => Object.assign(Object.create(base), { provider, url });
