interface Frame {
  code: string;
  scope?: string;
}

export class Ticker {
  private scope: string | undefined = "quotes:delayed";
  private readonly consent: (scope: string | undefined) => Promise<string>;

  constructor(consent: (scope: string | undefined) => Promise<string>) {
    this.consent = consent;
  }

  async receive(frame: Frame): Promise<string | undefined> {
    if (frame.code !== "insufficient_scope" || !frame.scope) return undefined;
    this.scope = frame.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    return this.consent(this.scope);
  }
}

export class ByAddress {
  private scope: string | undefined = "quotes:delayed";

  receive(frame: Frame): void {
    if (frame.code !== "insufficient_scope" || !frame.scope) return;
    this.scope = frame.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    location.assign("/oauth/authorize?response_type=code&scope=" + encodeURIComponent(this.scope ?? ""));
  }
}
