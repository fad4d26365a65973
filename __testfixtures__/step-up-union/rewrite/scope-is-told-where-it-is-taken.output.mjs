// A scope that a function returns is told of where its callers keep it; where one of them does something else, here, too.
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

function outcomeOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return { step: "widen", scope };
  return { step: "none" };
}

function inspect(response) {
  return outcomeOf(response);
}

export class AllCallersKeepIt {
  async first(response) {
    const { step, scope } = inspect(response);
    if (step !== "widen") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }
}

function answerOf(response) {
  const { error, scope } = extractWWWAuthenticateParams(response);
  if (error === "insufficient_scope") return { step: "grow", scope };
  return { step: "none" };
}

export class OneCallerHandsItOn {
  constructor(provider, queue) {
    this.provider = provider;
    this.queue = queue;
  }

  async first(response) {
    const answer = answerOf(response);
    if (answer.step !== "grow") return;
    const tokens = await this.provider?.tokens();
    this.scope = unionScopes(tokens?.scope, this.scope, answer.scope);
    await auth(this.provider, { serverUrl: this.url, scope: this.scope });
  }

  second(response) {
    this.queue.add(answerOf(response));
  }
}

/**
 * The union of space-delimited scope strings (RFC 6749 section 3.3): each scope once, in first-seen order.
 *
 * @param {...(string | undefined)} scopes
 * @returns {string | undefined}
 */
function unionScopes(...scopes) {
  const tokens = scopes.join(" ").split(/\s+/);
  const union = tokens.filter((token, index) => token !== "" && tokens.indexOf(token) === index);
  return union.join(" ") || undefined;
}
