/** What a header says, read by an object with methods, as it is in other languages. */
export class BearerChallenge {
  private readonly parameters = new Map<string, string>();

  constructor(header: string) {
    for (const [, name, quoted, plain] of header.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)) {
      if (name) this.parameters.set(name.toLowerCase(), quoted ?? plain ?? "");
    }
  }

  getError(): string | undefined {
    return this.parameters.get("error");
  }

  getScope(): string | undefined {
    return this.parameters.get("scope");
  }

  isInsufficientScope(): boolean {
    return this.getError() === "insufficient_scope";
  }
}

/** Handlers for browsers and devices say how a grant is obtained: they read the field in other files. */
export abstract class AuthHandler {
  protected requestedScope: string | undefined;

  async handle(response: Response): Promise<Response> {
    if (response.status !== 403) return response;
    const challenge = new BearerChallenge(response.headers.get("www-authenticate") ?? "");
    if (!challenge.isInsufficientScope()) return response;
    this.requestedScope = challenge.getScope(); // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    await this.obtainGrant();
    return response;
  }

  protected abstract obtainGrant(): Promise<void>;
}
