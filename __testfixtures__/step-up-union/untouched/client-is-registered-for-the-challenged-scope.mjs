import { extractWWWAuthenticateParams } from "./auth.js";
import { post } from "./http.js";

export async function register(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") {
    await post("/register", { client_name: "example", redirect_uris: ["http://localhost/callback"], scope });
  }
}
