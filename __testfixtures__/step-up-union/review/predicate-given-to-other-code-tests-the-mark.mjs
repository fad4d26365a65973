import { Subject, filter } from "rxjs";
import { auth, extractWWWAuthenticateParams } from "@modelcontextprotocol/sdk/client/auth.js";

export function watch(provider, url) {
  const denied$ = new Subject();
  let running = false;
  let scope;

  denied$.pipe(filter(() => !running)).subscribe(async (response) => {
    const challenge = extractWWWAuthenticateParams(response);
    if (challenge.error !== "insufficient_scope") return;
    scope = challenge.scope; // expect: review unfit-sink (advice refresh-cannot-widen)
    running = true;
    await auth(provider, { serverUrl: url, scope });
    running = false;
  });

  return (response) => denied$.next(response);
}
