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
        challenge = headers["x-hint"] ? { scope: headers["x-hint"] } : null;
        if (challenge === null) handler.onHeaders(statusCode, headers);
      },
      onComplete(trailers) {
        if (challenge === null) return handler.onComplete(trailers);
        scope = challenge.scope;
        return oauth.authorize(scope);
      },
    });
  };
}
