export class Grant {
  static readonly none = new Grant([]);
  constructor(readonly words: readonly string[]) {}
  plus(words: readonly string[]): Grant {
    return new Grant([...this.words, ...words]);
  }
  toString(): string {
    return this.words.at(-1) ?? "";
  }
}

export class Wallet {
  private scope = Grant.none;
  constructor(
    private readonly url: string,
    private readonly login: (scope: string) => Promise<string>,
  ) {}
  async call(path: string, token: string): Promise<string | undefined> {
    const response = await fetch(this.url + path, { headers: { authorization: `Bearer ${token}` } });
    const body = (await response.json()) as { error?: string; scope: string };
    if (response.status !== 403 || body.error !== "insufficient_scope") return undefined;
    this.scope = this.scope.plus(body.scope.split(" ")); // expect: review unproven-step-up (advice granted-scope-unknown)
    await this.login(`${this.scope}`);
    return undefined;
  }
}
