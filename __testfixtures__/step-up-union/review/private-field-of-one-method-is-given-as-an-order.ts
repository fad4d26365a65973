export class ChallengeCheck {
  private scope: string | undefined;
  private findings: string[] = [];

  run(response: Response): object {
    this.findings = [];
    this.scope = undefined;
    const header = response.headers.get("www-authenticate") ?? "";
    if (header.includes('error="insufficient_scope"')) {
      const scope = /scope="([^"]+)"/.exec(header)?.[1];
      if (scope) this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown)
      if (!scope) this.findings.push("the client cannot know what to ask for");
    }
    return { step: "authorize", ask: this.scope };
  }
}
