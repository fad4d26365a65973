export class Connector {
  scope = "";

  async authorize() {
    const url = new URL(this.address);
    url.searchParams.set("scope", this.scope);
    url.searchParams.set("client_id", "connector");
    await this.open(url);
  }

  async send(path) {
    const response = await fetch(path);
    if (response.status === 403) {
      const challenge = await response.json();
      if (challenge.error === "insufficient_scope") await this.onChallenge(challenge);
    }
    return response;
  }
}

export class NotesConnector extends Connector {
  async onChallenge({ scope }) {
    this.scope = scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    await this.authorize();
  }
}
