"use strict";

const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");

/** One server behind the gateway. */
class Upstream {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async forward(request) {
    const response = await fetch(this.url, request);
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    await auth(this.provider, { serverUrl: this.url, scope });
    return this.forward(request);
  }
}

exports.Upstream = Upstream;
