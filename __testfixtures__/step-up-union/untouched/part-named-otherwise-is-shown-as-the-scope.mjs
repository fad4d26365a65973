export class ConnectedApp {
  constructor(view, call) {
    this.view = view;
    this.call = call;
    this.scope = "";
  }

  async explain() {
    await this.view.show(this.scope);
  }

  async run(command) {
    const answer = await this.call(command);
    if (answer.error !== "insufficient_scope" || !answer.needed) return answer;
    this.scope = answer.needed;
    await this.explain();
    return undefined;
  }
}
