import { InsufficientScopeError } from "../shared/errors.js";

interface Reply {
  status: number;
  scope?: string;
  header(name: string, value: string): void;
}

export async function guard(reply: Reply, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof InsufficientScopeError)) throw error;
    reply.status = 403;
    reply.scope = error.requiredScope;
    reply.header("WWW-Authenticate", `Bearer error="insufficient_scope", scope="${error.requiredScope}"`);
  }
}
