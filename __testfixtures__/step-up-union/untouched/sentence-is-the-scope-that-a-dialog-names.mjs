import { parse } from "./challenge.js";
import { dialog } from "./dialog.js";

export class Client {
  missing;

  async send(path) {
    const response = await fetch(`https://api.example.com${path}`);
    if (response.status !== 403) return response;
    const challenge = parse(response.headers.get("www-authenticate"));
    if (challenge.error !== "insufficient_scope" || !challenge.scope) return response;
    this.missing = challenge.scope;
    await this.show();
    return response;
  }

  async show() {
    dialog.open({ text: "No access", scope: `Needed: ${this.missing} of this page` });
  }
}
