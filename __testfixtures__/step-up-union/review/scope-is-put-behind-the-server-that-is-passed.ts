export class ByAddress {
  private scope: string | undefined = "quotes:delayed";

  receive(server: string, frame: { code: string; scope?: string }): void {
    if (frame.code !== "insufficient_scope" || !frame.scope) return;
    this.scope = frame.scope; // expect: review unfit-sink (advice granted-scope-unknown)
    location.assign(server + "/oauth/authorize?response_type=code&scope=" + encodeURIComponent(this.scope ?? ""));
  }
}
