type Fault =
  | { readonly kind: "insufficient_scope"; readonly scope: string }
  | { readonly kind: "http"; readonly status: number };

class Consent {
  readonly #all = new Set<string>(["base"]);

  get scope(): string {
    return [...this.#all].join(" ");
  }

  set scope(value: string) {
    for (const word of value.split(/\s+/)) if (word) this.#all.add(word);
  }
}

export const fault = (res: Response): Fault => {
  const header = res.headers.get("www-authenticate") ?? "";
  const scope = header.match(/, scope="([^"]+)"/)?.[1];
  return res.status === 403 && header.includes("insufficient_scope") && scope
    ? { kind: "insufficient_scope", scope } // expect: review scope-side-channel
    : { kind: "http", status: res.status };
};

export class Calendar {
  private readonly consent = new Consent();

  constructor(private readonly origin: string) {}

  async get(path: string): Promise<Response> {
    const problem = fault(await fetch(this.origin + path));
    if (problem.kind === "insufficient_scope") {
      this.consent.scope = problem.scope;
      await fetch(`${this.origin}/authorize?${new URLSearchParams({ client_id: "calendar", scope: this.consent.scope })}`);
    }
    return fetch(this.origin + path);
  }
}
