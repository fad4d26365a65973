export interface Verdict {
  readonly scope: string | undefined;
  readonly findings: readonly string[];
}

export class ChallengeCheck {
  private scope: string | undefined;
  private findings: string[] = [];

  run(response: Response): Verdict {
    this.findings = [];
    this.scope = undefined;
    const header = response.headers.get("www-authenticate") ?? "";
    if (header.includes('error="insufficient_scope"')) {
      const scope = /scope="([^"]+)"/.exec(header)?.[1];
      if (scope) this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown)
      if (!scope) this.findings.push("the client cannot know what to ask for");
    }
    return { scope: this.scope, findings: this.findings };
  }
}

export const step = (response: Response) => fetch(`/authorize?scope=${new ChallengeCheck().run(response).scope}`);
