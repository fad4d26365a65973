import { auth, extractWWWAuthenticateParams, type OAuthClientProvider } from "@modelcontextprotocol/sdk/client/auth.js";

declare function validated(scope: string): string;

const KNOWN = ["read", "write", "admin"];

function assertKnown(scope: string): string {
  if (KNOWN.indexOf(scope) < 0) throw new RangeError(`unknown scope ${scope}`);
  return scope;
}

class Checked {
  #scope = "read";

  get scope(): string {
    return this.#scope;
  }

  set scope(value: string) {
    if (!KNOWN.includes(value)) throw new RangeError(`unknown scope ${value}`);
    this.#scope = value;
  }
}

export class ByTheClassAbove extends Checked {
  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {
    super();
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class OfAnotherClass {
  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
    private readonly state: Checked,
  ) {}

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.state.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.state.scope });
    }
  }
}

export class ByAFunction {
  private asked = "";

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  get scope(): string {
    return this.asked;
  }

  set scope(value: string) {
    this.asked = assertKnown(value);
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class ByCodeThatIsNotRead {
  private asked = "";

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  get scope(): string {
    return this.asked;
  }

  set scope(value: string) {
    this.asked = validated(value);
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}

export class LeavesOthersOut {
  private asked: string[] = [];

  constructor(
    private readonly url: URL,
    private readonly provider: OAuthClientProvider,
  ) {}

  get scope(): string {
    return this.asked.join(" ");
  }

  set scope(value: string) {
    this.asked = value.split(" ").filter((each) => KNOWN.includes(each));
  }

  async onForbidden(response: Response): Promise<void> {
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error === "insufficient_scope" && scope) {
      this.scope = scope; // expect: review unfit-sink (advice refresh-cannot-widen)
      await auth(this.provider, { serverUrl: this.url, scope: this.scope });
    }
  }
}
