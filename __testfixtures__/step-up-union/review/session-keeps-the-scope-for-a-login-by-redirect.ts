interface Exchange {
  session: { scope?: string };
  redirect(path: string): void;
}

export function onForbidden(exchange: Exchange, header: string): void {
  if (header.indexOf("insufficient_scope") === -1) return;
  const match = header.match(/scope="([^"]+)"/);
  if (match) {
    exchange.session.scope = match[1]; // expect: review unproven-step-up (advice granted-scope-unknown)
    exchange.redirect("/login");
  }
}

export class Interceptor {
  constructor(private readonly oauth: { scope?: string; initCodeFlow(): void }) {}

  onForbidden(challenge: { error?: string; scope?: string }): void {
    if (challenge.error !== "insufficient_scope") return;
    this.oauth.scope = challenge.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    this.oauth.initCodeFlow();
  }
}
