import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function early(before: string | undefined, wanted: string): string {
  if (!before) return wanted;
  if (!wanted) return before;
  return `${before} ${wanted}`;
}

const expressed = (before = "", wanted = ""): string => (before ? (wanted ? `${before} ${wanted}` : before) : wanted);

function counted(before: string | undefined, wanted: string): string {
  const all = new Set(before ? before.split(" ") : []);
  if (all.size === 0) return wanted;
  for (const each of wanted.split(" ")) all.add(each);
  return [...all].join(" ");
}

const typed = (before: string | undefined, wanted: string): string =>
  typeof before === "string" ? `${before} ${wanted}` : wanted;

function textual(before: string | undefined, wanted: string): string {
  before = before || "";
  if (wanted) wanted = wanted.trim();
  return `${before} ${wanted}`.trim();
}

function gathered(...all: (string | undefined)[]): string | undefined {
  let found = "";
  for (const each of all) {
    if (!each) continue;
    found = found ? `${found} ${each}` : each;
  }
  return found || undefined;
}

function appended(before: string | undefined, wanted: string): string {
  let found = wanted;
  if (before) found = `${before} ${found}`;
  return found;
}

function missing(before: string, wanted: string): string {
  const old = before.split(" ");
  const others = wanted.split(" ").filter((each) => !old.includes(each));
  return others.length === 0 ? before : `${before} ${others.join(" ")}`;
}

const ofRecord = ({ before, wanted }: { before: string | undefined; wanted: string }): string =>
  before ? `${before} ${wanted}` : wanted;

export class Answered {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  private joined(wanted: string, before = this.scope): string {
    return [before, wanted].join(" ");
  }

  async early(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = early(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async inOneExpression(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = expressed(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async counted(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = counted(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async byItsType(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = typed(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async parametersMadeTexts(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = textual(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async anyNumber(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = gathered(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async appended(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = appended(this.scope, scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async missingOnes(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = missing(this.scope ?? "", scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async defaultOfAMethod(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.joined(scope); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async record(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = ofRecord({ before: this.scope, wanted: scope }); // expect: already-union union-kept (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
