// What a pattern takes out of the session is asked for, and is the key of what came back as well.
export class Notes {
  private readonly answers = new Map<string, Response>();
  private readonly session = { asked: "base", token: "" };

  async logIn(): Promise<void> {
    const { asked } = this.session;
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: "notes", scope: asked });
    const answer = await fetch("https://id.example/token", { method: "POST", body });
    this.answers.set(asked, answer.clone());
    this.session.token = (await answer.json()).access_token;
  }

  get last(): Response | undefined {
    const { asked } = this.session;
    return this.answers.get(asked);
  }

  async list(again = true): Promise<Response> {
    const headers = { authorization: `Bearer ${this.session.token}` };
    const response = await fetch("https://api.example/notes", { headers });
    if (response.status !== 403 || !again) return response;
    const { error, scope } = await response.json();
    if (error !== "insufficient_scope" || !scope) return response;
    this.session.asked = scope; // expect: review unfit-sink (advice granted-scope-unknown)
    await this.logIn();
    return this.list(false);
  }
}
