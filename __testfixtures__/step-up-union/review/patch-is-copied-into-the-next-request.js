export class Transport {
  next = {};

  constructor(url, run) {
    this.url = url;
    this.run = run;
  }

  prepare(patch) {
    Object.assign(this.next, patch);
  }

  static inspect(response) {
    const header = response.headers.get("www-authenticate") ?? "";
    return [/error="([^"]*)"/.exec(header)?.[1], /scope="([^"]*)"/.exec(header)?.[1]];
  }

  async send(message) {
    const response = await fetch(this.url, { method: "POST", body: message });
    const [code, scope] = Transport.inspect(response);
    if (response.status === 403 && code === "insufficient_scope") {
      this.prepare({ scope, prompt: "consent" }); // expect: review scope-side-channel
      await this.run(this.next);
    }
  }
}
