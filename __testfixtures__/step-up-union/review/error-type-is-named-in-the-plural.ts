interface GraphError {
  type: string;
  message: string;
  scope?: string;
}

export interface Installer {
  grant(scope: string): Promise<string>;
}

/** GraphQL's errors may name their type in the plural. */
export class Graph {
  private scope = "base";
  private token = "";

  constructor(
    private readonly url: string,
    private readonly installer: Installer,
  ) {}

  async query(query: string): Promise<unknown> {
    const headers = { Authorization: `Bearer ${this.token}` };
    const response = await fetch(this.url, { method: "POST", headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: GraphError[] };
    const missing = errors?.find((each) => each.type === "INSUFFICIENT_SCOPES");
    if (!missing?.scope) return data;
    this.scope = missing.scope; // expect: review unproven-step-up (advice granted-scope-unknown)
    this.token = await this.installer.grant(this.scope);
    return undefined;
  }
}
