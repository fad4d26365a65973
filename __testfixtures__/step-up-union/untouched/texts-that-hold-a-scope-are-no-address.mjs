import { extractWWWAuthenticateParams } from "./auth.js";

export class Texts {
  async onForbidden(response, reply) {
    const { error, scope, realm, service } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      reply.setHeader("www-authenticate", `Bearer error="insufficient_scope", scope="${scope}"`);
      this.title = `scope=${scope}`;
      const token = await fetch(`${realm}?service=${service}&scope=${scope}`);
      return token.json();
    }
  }
}
