// The policy handles an error of the network: what its hook takes over is the scope that the user chose.
interface Chosen {
  code: string;
  scope: string;
}

interface Builder {
  retry(times: number): Builder;
  onRetry(hook: (chosen: Chosen) => Promise<void>): { execute(): Promise<void> };
}

export const lacks = (error: Chosen): boolean => error.code === "insufficient_scope";

export class Reports {
  private readonly session = { scope: "base", token: "" };

  constructor(private readonly handle: (matches: (error: Chosen) => boolean) => Builder) {}

  read(): Promise<void> {
    return this.handle((error) => error.code === "ECONNRESET")
      .retry(1)
      .onRetry(async (chosen) => {
        this.session.scope = chosen.scope;
        await this.authorize();
      })
      .execute();
  }

  private async authorize(): Promise<void> {
    const body = new URLSearchParams({ grant_type: "client_credentials", scope: this.session.scope });
    const answer = await fetch("https://id.example/token", { method: "POST", body });
    this.session.token = (await answer.json()).access_token;
  }
}
