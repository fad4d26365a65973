import { parse } from "./challenge.js";
import { showLogin } from "./login.js";

export class Client {
  missing;

  async send(path) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error === "insufficient_scope" && challenge.scope) {
      this.missing = challenge.scope;
      showLogin(`Please sign in again for ${this.missing}.`);
    }
    return response;
  }
}
