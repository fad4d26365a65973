class AuthorizationRequest {
  private readonly parameters = new URLSearchParams();

  withClient(id: string) {
    this.parameters.set("client_id", id);
    return this;
  }

  withScope(scope: string) {
    this.parameters.set("scope", scope); // expect: review unproven-step-up (advice granted-scope-unknown)
    return this;
  }

  build(base: string): string {
    return `${base}?${this.parameters}`;
  }
}

export async function call(url: string, base: string, open: (address: string) => Promise<void>): Promise<Response> {
  const response = await fetch(url);
  if (response.status !== 403) return response;
  const problem = (await response.json()) as { error?: string; scope?: string };
  if (problem.error === "insufficient_scope" && problem.scope) {
    await open(new AuthorizationRequest().withClient("reader").withScope(problem.scope).build(base));
  }
  return response;
}
