export class A {
  scope = "files:read";
  constructor(clientId) {
    this.clientId = clientId;
  }
  login(server) {
    const params = new URLSearchParams({ client_id: this.clientId, response_type: "code", scope: this.scope });
    const url = new URL("/authorize", server);
    params.forEach((value, key) => url.searchParams.set(key, value));
    location.href = url.href;
  }
  onRefused(server, problem) {
    if (problem.error !== "insufficient_scope" || !problem.scope) return;
    this.scope = problem.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    this.login(server);
  }
}
