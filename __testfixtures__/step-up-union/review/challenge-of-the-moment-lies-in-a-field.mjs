import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

let last = {};

export class Client {
  constructor(provider, serverUrl) {
    this.provider = provider;
    this.serverUrl = serverUrl;
    this.challenge = {};
    this.record = {};
  }

  async field(response) {
    this.challenge = extractWWWAuthenticateParams(response);
    if (this.challenge.error !== "insufficient_scope") return response;
    this.scope = this.challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async copied(response) {
    this.challenge = extractWWWAuthenticateParams(response);
    if (this.challenge.error !== "insufficient_scope") return response;
    const { scope } = this.challenge;
    this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async variable(response) {
    last = extractWWWAuthenticateParams(response);
    if (last.error !== "insufficient_scope" || !last.scope) return response;
    this.scope = last.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }

  async handedOn(response) {
    Object.assign(this.record, extractWWWAuthenticateParams(response));
    const job = this.stepUp(this.record);
    this.record.scope = undefined;
    return job;
  }

  async stepUp(record) {
    if (record.error !== "insufficient_scope" || !record.scope) return undefined;
    this.scope = record.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    return auth(this.provider, { serverUrl: this.serverUrl, scope: this.scope });
  }
}
