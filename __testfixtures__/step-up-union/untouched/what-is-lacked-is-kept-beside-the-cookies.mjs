// What the jar holds goes with each request; what is lacked is kept elsewhere, and shown.
export class Forum {
  jar = new Map();
  lacked = new Map();

  visit(method, path) {
    return fetch(path, { method, headers: { cookie: [...this.jar].map((pair) => pair.join("=")).join("; ") } });
  }

  async act(path) {
    const response = await this.visit("POST", path);
    if (response.status !== 403) return response;
    const body = await response.clone().json();
    if (body.error === "insufficient_scope") this.lacked.set(path, body.scope);
    return response;
  }

  explain(page) {
    page.querySelector("output").textContent = [...this.lacked.values()].join(", ");
  }
}
