export class ChallengeCheck {
  #scope;
  findings = [];

  run(response) {
    this.findings = [];
    this.#scope = undefined;
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.ok) return { scope: this.#scope, findings: this.findings };
    if (header.includes('error="insufficient_scope"')) {
      const scope = /scope="([^"]+)"/.exec(header)?.[1];
      this.#scope = scope;
      if (!scope) this.findings.push("the client cannot know what to ask for");
    }
    return { scope: this.#scope, findings: this.findings };
  }
}
