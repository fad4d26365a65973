import { parseChallenge } from "../shared/challenge.js";

export function describe(response: Response): string {
  let wanted = "nothing";
  const { error, scope } = parseChallenge(response.headers.get("www-authenticate"));
  if (error === "insufficient_scope" && scope) {
    wanted = scope;
  }
  console.error(`The server wants ${wanted}`);
  return "forbidden";
}
