export class ScopeSet {
  static readonly none = new ScopeSet(new Map());

  private constructor(private readonly words: ReadonlyMap<string, true>) {}

  static parse(text: string | null | undefined): ScopeSet {
    return new ScopeSet(new Map((text ?? "").split(" ").map((word) => [word, true] as const)));
  }

  plus(other: ScopeSet): ScopeSet {
    return new ScopeSet(new Map([...this.words, ...other.words].slice(-2)));
  }

  toString(): string {
    return [...this.words.keys()].join(" ");
  }
}

/** What is kept is a value that joins itself with another. */
export class Wallet {
  private scope = ScopeSet.none;

  constructor(
    private readonly url: string,
    private readonly login: (scope: string) => Promise<string>,
  ) {}

  async call(path: string, token: string): Promise<string | undefined> {
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { error?: string; scope?: string };
    if (response.status !== 403 || body.error !== "insufficient_scope") return undefined;
    this.scope = this.scope.plus(ScopeSet.parse(body.scope)); // expect: review unproven-step-up (advice granted-scope-unknown)
    return this.login(`${this.scope}`);
  }
}
