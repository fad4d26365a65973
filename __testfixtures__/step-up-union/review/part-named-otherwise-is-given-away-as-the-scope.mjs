export class ConnectedApp {
  constructor(provider, call) {
    this.provider = provider;
    this.call = call;
    this.scope = "base";
  }

  async install() {
    const code = await this.provider.start(this.scope);
    this.installation = await this.provider.finish(code);
  }

  async run(command) {
    const answer = await this.call(this.installation.token, command);
    if (answer.error !== "insufficient_scope" || !answer.needed) return answer;
    this.scope = answer.needed; // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.install();
    return this.call(this.installation.token, command);
  }
}
