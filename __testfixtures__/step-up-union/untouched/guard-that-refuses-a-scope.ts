import { parseChallenge } from "../shared/challenge.js";

export class Refusing {
  private refused?: string;

  constructor(private readonly allowed: ReadonlySet<string>) {}

  check(response: Response): void {
    const { error, scope } = parseChallenge(response.headers.get("www-authenticate"));
    if (error === "insufficient_scope" && scope) {
      const beyond = scope.split(" ").filter((one) => !this.allowed.has(one));
      this.refused = beyond[0];
      throw new Error(`The server asks for ${beyond.join(", ")}, which this client never requests`);
    }
  }

  get reason(): string {
    return this.refused ?? "none";
  }
}
