export default function stepUp(oauth) {
  let scope = oauth.scope;
  const challengeOf = (headers) => {
    const params = Object.fromEntries(
      [...headers["www-authenticate"].matchAll(/(\w+)="([^"]*)"/g)].map(([, k, v]) => [k, v]),
    );
    return params.error === "insufficient_scope" && params.scope ? params : null;
  };
  return (dispatch) => (opts, handler) => {
    let challenge = null;
    return dispatch(opts, {
      onHeaders(statusCode, headers) {
        challenge = statusCode === 403 ? challengeOf(headers) : null;
        if (challenge === null) handler.onHeaders(statusCode, headers);
      },
      onComplete(trailers) {
        if (challenge === null) return handler.onComplete(trailers);
        scope = challenge.scope; // expect: review unproven-step-up (advice granted-scope-unknown, scope-may-be-missing)
        return oauth.authorize(scope);
      },
    });
  };
}
