declare const ipc: { notifyLogin(scope: string | undefined): Promise<void> };

export class StepUpInterceptor {
  private scope: string | undefined;

  intercept(response: Response): Promise<void> | undefined {
    const header = response.headers.get("www-authenticate") ?? "";
    const scope = /scope="([^"]+)"/.exec(header)?.[1];
    if (response.status !== 403 || !header.includes('error="insufficient_scope"') || !scope) return undefined;
    this.scope = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    return ipc.notifyLogin(this.scope);
  }
}
