export class ByAddress {
  private scope: string | undefined = "quotes:delayed";

  receive(frame: { code: string; scope?: string }): void {
    if (frame.code !== "insufficient_scope" || !frame.scope) return;
    this.scope = frame.scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    location.assign("/oauth/authorize?response_type=code&scope=" + encodeURIComponent(this.scope ?? ""));
  }
}
