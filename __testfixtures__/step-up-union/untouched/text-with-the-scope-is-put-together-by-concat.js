// The text behind the colon is for a person: the login asks for what the whole client needs.
var Session = /** @class */ (function () {
  function Session(browse) {
    this.browse = browse;
    this.lacked = "";
    this.token = "";
  }
  Session.prototype.connect = function () {
    return this.browse("https://id.example/authorize?client_id=a&scope=".concat("all"));
  };
  Session.prototype.explain = function (page) {
    page.querySelector("output").textContent = "It wants ".concat(this.lacked, ".");
  };
  Session.prototype.list = function () {
    var _this = this;
    return fetch("https://api.example/list", { headers: { authorization: "Bearer ".concat(this.token) } }).then(
      function (response) {
        if (response.status !== 403) return response;
        return response.json().then(function (body) {
          if (body.error === "insufficient_scope" && body.scope) _this.lacked = body.scope;
          throw new Error(body.error);
        });
      },
    );
  };
  return Session;
})();
exports.Session = Session;
