const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");

module.exports.stepUpMiddleware = function (provider, serverUrl) {
  let wanted;
  return async function (err, req, res, next) {
    if (!err.response || err.response.status !== 403) return next(err);
    const { error, scope } = extractWWWAuthenticateParams(err.response);
    if (error !== "insufficient_scope" || !scope) return next(err);
    wanted = unionScopes(wanted, scope);
    try {
      const result = await auth(provider, { serverUrl, scope: wanted });
      if (result === "AUTHORIZED") return res.redirect(307, req.originalUrl);
      return res.status(202).end();
    } catch (e) {
      return next(e);
    }
  };
};

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
