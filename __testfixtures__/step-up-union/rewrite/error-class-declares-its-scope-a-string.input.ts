class InsufficientScope extends Error {
  constructor(readonly scope: string) {
    super(`needs ${scope}`);
  }
}

export class SensorHub {
  private requested = "sensors:read";

  constructor(
    private readonly issuer: string,
    private readonly hub: string,
    private readonly consent: (address: URL) => Promise<void>,
  ) {}

  async readings(sensor: string): Promise<unknown> {
    try {
      return await this.send(sensor);
    } catch (refusal) {
      if (!(refusal instanceof InsufficientScope)) throw refusal;
      this.requested = refusal.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
      await this.authorize();
      return this.send(sensor);
    }
  }

  private async send(sensor: string): Promise<unknown> {
    const response = await fetch(`${this.hub}/sensors/${sensor}`);
    const data = await response.json();
    if (response.status === 403 && data.error === "insufficient_scope" && typeof data.scope === "string")
      throw new InsufficientScope(data.scope);
    return data;
  }

  private async authorize(): Promise<void> {
    const url = new URL("/authorize", this.issuer);
    url.search = new URLSearchParams({ client_id: "sensor-hub", scope: this.requested }).toString();
    await this.consent(url);
  }
}
