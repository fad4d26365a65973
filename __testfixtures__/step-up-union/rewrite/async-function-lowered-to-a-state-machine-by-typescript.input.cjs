"use strict";
var __awaiter = (this && this.__awaiter) || function (t, a, P, g) { return new Promise(function (r) { g = g.apply(t, a || []); r(g.next()); }); };
var __generator = (this && this.__generator) || function (t, b) { return b; };
Object.defineProperty(exports, "__esModule", { value: true });
exports.Client = void 0;
var auth_js_1 = require("@modelcontextprotocol/sdk/client/auth.js");
var Client = /** @class */ (function () {
    function Client(_provider, _url) {
        this._provider = _provider;
        this._url = _url;
    }
    Client.prototype.send = function (message) {
        return __awaiter(this, void 0, void 0, function () {
            var response, _a, error, scope, resourceMetadataUrl, result;
            return __generator(this, function (_b) {
                switch (_b.label) {
                    case 0: return [4 /*yield*/, fetch(this._url, { method: "POST", body: JSON.stringify(message) })];
                    case 1:
                        response = _b.sent();
                        if (!(response.status === 403)) return [3 /*break*/, 3];
                        _a = (0, auth_js_1.extractWWWAuthenticateParams)(response), error = _a.error, scope = _a.scope, resourceMetadataUrl = _a.resourceMetadataUrl;
                        if (!(error === "insufficient_scope")) return [3 /*break*/, 3];
                        if (scope) {
                            this._scope = scope; // expect: rewrite replaced-scope (advice refresh-cannot-widen, granted-scope-unknown)
                        }
                        return [4 /*yield*/, (0, auth_js_1.auth)(this._provider, { serverUrl: this._url, scope: this._scope, resourceMetadataUrl: resourceMetadataUrl })];
                    case 2:
                        result = _b.sent();
                        if (result !== "AUTHORIZED") throw new auth_js_1.UnauthorizedError();
                        return [2 /*return*/, this.send(message)];
                    case 3: return [2 /*return*/];
                }
            });
        });
    };
    return Client;
}());
exports.Client = Client;
