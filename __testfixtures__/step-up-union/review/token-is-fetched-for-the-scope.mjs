import { extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";
import { exchangeToken } from "./token-exchange.js";

let token;

export async function useTool(call) {
  const response = await call(token);
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error !== "insufficient_scope") return response;
  token = await tokenFor(scope); // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
  return call(token);
}

function tokenFor(scope) {
  return exchangeToken("https://issuer.example", { scope }); // expect: review unfit-sink
}

export class Agent {
  async useTool(call) {
    const response = await call(this.token);
    const { error, scope } = extractWWWAuthenticateParams(response);
    if (error !== "insufficient_scope") return response;
    this.token = await this.tokenFor(scope); // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
    return call(this.token);
  }

  tokenFor(scope) {
    return exchangeToken(this.issuer, { subjectToken: this.subjectToken, scope }); // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
  }
}
