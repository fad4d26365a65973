class HttpError extends Error { constructor(readonly status: number, readonly code?: string, readonly scope?: string, override readonly cause?: HttpError) { super(); } }
function classify(error: HttpError): "step-up" | "login" | "other" {
  if (error.status === 403 && error.code === "insufficient_scope") return "step-up";
  if (error.status === 401) return "login";
  return error.cause ? classify(error.cause) : "other";
}
export class Client {
  private scope?: string;
  constructor(private readonly auth: (scope?: string) => Promise<void>) {}
  async send(request: () => Promise<void>): Promise<void> {
    try { await request(); } catch (error) {
      if (!(error instanceof HttpError) || classify(error) !== "step-up") throw error;
      this.scope = error.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
      await this.auth(this.scope);
    }
  }
}
