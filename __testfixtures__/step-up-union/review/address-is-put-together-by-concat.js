// What TypeScript makes of a template for ES5: the address of the login has what the session asks for behind `scope=`.
var Session = /** @class */ (function () {
  function Session(browse) {
    this.browse = browse;
    this.asked = "base";
    this.token = "";
  }
  Session.prototype.connect = function () {
    var _this = this;

    return this.browse(
      "https://id.example/authorize?client_id=a&state="
        .concat(Date.now(), "&scope=")
        .concat(encodeURIComponent(this.asked)),
    ).then(function (token) {
      _this.token = token;
    });
  };
  Session.prototype.list = function () {
    var _this = this;
    return fetch("https://api.example/list", { headers: { authorization: "Bearer ".concat(this.token) } }).then(
      function (response) {
        if (response.status !== 403) return response;
        return response.json().then(function (body) {
          if (body.error !== "insufficient_scope" || !body.scope) throw new Error(body.error);
          _this.asked = body.scope; // expect: review unfit-sink (advice granted-scope-unknown)
          return _this.connect();
        });
      },
    );
  };
  return Session;
})();
exports.Session = Session;
