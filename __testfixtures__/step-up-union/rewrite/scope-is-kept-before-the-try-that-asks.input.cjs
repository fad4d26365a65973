const { auth, extractWWWAuthenticateParams } = require("@modelcontextprotocol/sdk/client/auth.js");

module.exports.stepUpMiddleware = function (provider, serverUrl) {
  let wanted;
  return async function (err, req, res, next) {
    if (!err.response || err.response.status !== 403) return next(err);
    const { error, scope } = extractWWWAuthenticateParams(err.response);
    if (error !== "insufficient_scope" || !scope) return next(err);
    wanted = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
    try {
      const result = await auth(provider, { serverUrl, scope: wanted });
      if (result === "AUTHORIZED") return res.redirect(307, req.originalUrl);
      return res.status(202).end();
    } catch (e) {
      return next(e);
    }
  };
};
