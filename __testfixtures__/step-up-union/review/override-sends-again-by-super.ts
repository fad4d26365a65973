interface Message {
  readonly address: string;
  bearer?: string;
}

abstract class Handler {
  constructor(private readonly inner: Handler) {}

  send(message: Message): Promise<Response> {
    return this.inner.send(message);
  }
}

export class ElevationHandler extends Handler {
  private readonly options = { clientId: "files", Scope: "base" as string | undefined };

  constructor(
    inner: Handler,
    private readonly login: (options: object) => Promise<string>,
  ) {
    super(inner);
  }

  override async send(message: Message): Promise<Response> {
    const response = await super.send(message);
    if (response.status !== 403) return response;
    const challenge = (await response.json()) as { error?: string; scope?: string };
    if (challenge.error !== "insufficient_scope") return response;
    this.options.Scope = challenge.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    message.bearer = await this.login(this.options);
    return this.again(message);
  }

  private again(message: Message): Promise<Response> {
    return super.send(message);
  }
}
