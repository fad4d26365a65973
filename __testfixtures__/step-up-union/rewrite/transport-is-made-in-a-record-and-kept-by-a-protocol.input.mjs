import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

class Transport {
  constructor(url, provider) {
    this.url = url;
    this.provider = provider;
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: JSON.stringify(message) });
    if (response.status !== 403) return response;
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope" || !scope) return response;
    this.scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen)
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    return fetch(this.url, { method: "POST", body: JSON.stringify(message) });
  }
}

class Protocol {
  async connect(transport) {
    this.transport = transport;
    this.transport.onclose = () => this.closed();
  }
}

class Registry {
  transports = {};

  async open(url, provider, protocol) {
    const { transport } = openTransport(url, provider);
    await protocol.connect(transport);
    await new Protocol().connect(transport);
    this.transports[url] = transport;
  }
}

function openTransport(url, provider) {
  return { url, transport: new Transport(url, provider) };
}

export { Registry };
