"use strict";
var auth_js_1 = require("@modelcontextprotocol/sdk/client/auth.js");
function stepUp(provider, url, response) {
    return __awaiter(this, void 0, void 0, function () {
        var challenge, scope;
        return __generator(this, function (_a) {
            switch (_a.label) {
                case 0:
                    challenge = (0, auth_js_1.extractWWWAuthenticateParams)(response);
                    if (!(challenge.error === "insufficient_scope")) return [3 /*break*/, 2];
                    // A name of this run alone: it holds no previous scope that could be kept.
                    scope = challenge.scope;
                    return [4 /*yield*/, (0, auth_js_1.auth)(provider, { serverUrl: url, scope: scope })]; // expect: review unfit-sink (advice refresh-cannot-widen)
                case 1:
                    _a.sent();
                    _a.label = 2;
                case 2: return [2 /*return*/];
            }
        });
    });
}
exports.stepUp = stepUp;
