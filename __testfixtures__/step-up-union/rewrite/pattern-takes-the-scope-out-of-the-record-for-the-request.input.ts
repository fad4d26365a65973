// The login takes what the session holds out by a pattern, and asks for it.
export class Notes {
  private readonly session = { asked: "base", token: "" };

  async logIn(): Promise<void> {
    const { asked } = this.session;
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "notes", scope: asked });
    const answer = await fetch("https://id.example/token", { method: "POST", body });
    this.session.token = (await answer.json()).access_token;
  }

  async list(again = true): Promise<Response> {
    const headers = { authorization: `Bearer ${this.session.token}` };
    const response = await fetch("https://api.example/notes", { headers });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    this.session.asked = scope; // expect: rewrite replaced-scope (advice granted-scope-unknown)
    await this.logIn();
    return this.list(false);
  }
}
