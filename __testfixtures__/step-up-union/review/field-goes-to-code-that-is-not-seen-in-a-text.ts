interface Popup {
  open(scope: string | undefined): Promise<void>;
}

export class StepUpInterceptor {
  private scope: string | undefined;

  constructor(private readonly popup: Popup) {}

  intercept(response: Response): Promise<void> | undefined {
    const header = response.headers.get("www-authenticate") ?? "";
    if (response.status === 403 && header.includes('error="insufficient_scope"')) {
      this.scope = /scope="([^"]+)"/.exec(header)?.[1]; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    }
    return this.scope ? this.popup.open(`openid ${this.scope}`) : undefined;
  }
}
