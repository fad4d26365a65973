// The login asks for what the preset holds: the record with the refused scope is shown, and no more.
export class Notes {
  private readonly preset = { wanted: "notes" };
  private readonly refusal = { wanted: "" };
  private token = "";

  async logIn(): Promise<void> {
    const { wanted } = this.preset;
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "notes", scope: wanted });
    const answer = await fetch("https://id.example/token", { method: "POST", body });
    this.token = (await answer.json()).access_token;
  }

  get banner(): string {
    const { wanted } = this.refusal;
    return `You lack ${wanted}.`;
  }

  async list(): Promise<Response> {
    const response = await fetch("https://api.example/notes", { headers: { authorization: `Bearer ${this.token}` } });
    if (response.status !== 403) return response;
    const { error, scope } = await response.clone().json();
    if (error === "insufficient_scope" && scope) this.refusal.wanted = scope;
    return response;
  }
}
