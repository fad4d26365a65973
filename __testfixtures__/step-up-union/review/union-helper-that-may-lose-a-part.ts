import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

function unlessBoth(before: string | undefined, wanted: string): string {
  if (before && wanted) return wanted;
  return [before, wanted].filter(Boolean).join(" ");
}

const limited = (before = "", wanted = "", most = 8): string =>
  [...wanted.split(" "), ...before.split(" ")].slice(0, most).join(" ");

function lastOf(...all: (string | undefined)[]): string | undefined {
  let found: string | undefined;
  for (const each of all) found = each;
  return found;
}

function afresh(before: string | undefined, wanted: string, isFresh = true): string {
  if (isFresh) before = "";
  return [before, wanted].join(" ");
}

const ending = (...all: (string | undefined)[]): string | undefined => all[all.length - 1];

class Lists {
  static short(before: string | undefined, wanted: string): string {
    const all = [before, wanted].join(" ");
    return all.length > 100 ? wanted : all;
  }
}

export class Helped {
  private scope?: string;

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly isFresh = false,
  ) {}

  private chosen(before: string | undefined, wanted: string): string {
    return this.isFresh ? wanted : [before, wanted].join(" ");
  }

  async both(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = unlessBoth(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async limited(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = limited(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async lastOfALoop(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = lastOf(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async parameterEmptied(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = afresh(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async restOfThem(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = ending(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async spread(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = unlessBoth(...([this.scope, scope] as const)); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async tooLong(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = Lists.short(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }

  async method(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = this.chosen(this.scope, scope); // expect: review scope-precedence (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
