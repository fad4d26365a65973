interface Answer {
  error?: string;
  scope: string;
}

abstract class Channel {
  send(answer: Answer): string {
    return answer.scope;
  }
}

declare function authorize(request: { client_id: string; scope: string }): void;

export class Logins extends Channel {
  private scope = "base";

  /** What a login page posts. */
  override send(answer: Answer): string {
    this.scope = answer.scope;
    authorize({ client_id: "logins", scope: this.scope });
    return this.scope;
  }

  refuse(answer: Answer): string {
    if (answer.error === "insufficient_scope") return super.send(answer);
    return "";
  }
}
