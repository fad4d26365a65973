export class Client {
  async onForbidden(problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
  }
  login() {
    location.assign(`/login?reason=insufficient_scope&scope=${this.scope}`);
  }
}
