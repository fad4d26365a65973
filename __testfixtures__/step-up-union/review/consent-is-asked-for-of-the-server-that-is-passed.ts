interface Frame {
  code: string;
  scope?: string;
}

/** One scope for all servers: who is asked for consent is another argument. */
export class Ticker {
  private scope: string | undefined = "quotes:delayed";
  private readonly consent: (server: string, scope: string | undefined) => Promise<string>;

  constructor(consent: (server: string, scope: string | undefined) => Promise<string>) {
    this.consent = consent;
  }

  async receive(server: string, frame: Frame): Promise<string | undefined> {
    if (frame.code !== "insufficient_scope" || !frame.scope) return undefined;
    this.scope = frame.scope; // expect: review scope-precedence
    return this.consent(server, this.scope);
  }
}

/** The same with an address that is put together. */
export class ByAddress {
  private scope: string | undefined = "quotes:delayed";

  receive(server: string, frame: Frame): void {
    if (frame.code !== "insufficient_scope" || !frame.scope) return;
    this.scope = frame.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    location.assign(server + "/oauth/authorize?response_type=code&scope=" + encodeURIComponent(this.scope ?? ""));
  }
}
