import { extractWWWAuthenticateParams } from "./auth.js";

export function createFetch({ onStepUpNeeded, next = fetch }) {
  return async (url, init) => {
    const response = await next(url, init);
    if (response.status === 403) {
      const { error, scope } = extractWWWAuthenticateParams(response);
      if (error === "insufficient_scope") {
        await onStepUpNeeded(scope); // expect: review scope-side-channel
        return next(url, init);
      }
    }
    return response;
  };
}
