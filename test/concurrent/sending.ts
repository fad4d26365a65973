/** A client that sends a message, and is refused each time. */
export function sending(members: string, { fields = "", module = "" } = {}): string {
  return `import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
${module}
export class Client {
${fields}
  constructor(provider, url) {
    this.provider = provider;
    this.url = url;
  }
  async fetch(message) {
    await undefined;
    return message.refusal;
  }
  onRefused(refusal) {
    return this.send({ refusal });
  }
${members}
}
`;
}

export const ASK = "await auth(this.provider, { serverUrl: this.url, scope: this.scope });";
