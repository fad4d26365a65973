"use strict";
var _auth = require("@modelcontextprotocol/sdk/client/auth.js");
function asyncGeneratorStep(n, t, e, r, o, a, c) { try { var i = n[a](c), u = i.value; } catch (n) { return void e(n); } i.done ? t(u) : Promise.resolve(u).then(r, o); }
var Client = exports.Client = /*#__PURE__*/function () {
  function Client(provider, url) { this._provider = provider; this._url = url; }
  return _createClass(Client, [{
    key: "send",
    value: function () {
      var _send = _asyncToGenerator(/*#__PURE__*/_regenerator().m(function _callee(message) {
        var response, _extract, error, scope;
        return _regenerator().w(function (_context) {
          while (1) switch (_context.n) {
            case 0:
              _context.n = 1;
              return fetch(this._url, { method: "POST", body: message });
            case 1:
              response = _context.v;
              if (!(response.status === 403)) { _context.n = 3; break; }
              _extract = (0, _auth.extractWWWAuthenticateParams)(response), error = _extract.error, scope = _extract.scope;
              if (!(error === "insufficient_scope")) { _context.n = 3; break; }
              this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown, scope-may-be-missing)
              _context.n = 2;
              return (0, _auth.auth)(this._provider, { serverUrl: this._url, scope: this._scope });
            case 2:
              return _context.a(2, this.send(message));
            case 3:
              return _context.a(2);
          }
        }, _callee, this);
      }));
      function send(_x) { return _send.apply(this, arguments); }
      return send;
    }()
  }]);
}();
