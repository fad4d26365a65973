interface Challenge {
  error?: string;
  scope?: string;
}

declare const last: { scope?: string };
declare function redirect(path: string): void;

export function reject(challenge: Challenge, locals: { scope?: string }, next: () => void): void {
  if (challenge.error === "insufficient_scope") {
    locals.scope = challenge.scope;
    next();
  }
}

export function tell(challenge: Challenge, view: { scope?: string; show(text: string): void }): void {
  if (challenge.error === "insufficient_scope") {
    view.scope = challenge.scope;
    view.show("You are not authorized to do this. Login with another account.");
  }
}

/** The login answers anything but the challenge. */
export function note(challenge: Challenge): void {
  if (challenge.error === "insufficient_scope") {
    last.scope = challenge.scope;
    return;
  }
  redirect("/login");
}
