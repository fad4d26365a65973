"use strict";
const scope_1 = require("./scope");
const KNOWN = { insufficient_scope: 403, invalid_token: 401 };
class CodeGen {
    constructor(extScope, opts = {}) {
        this.opts = { ...opts, _n: opts.lines ? "\n" : "" };
        this._extScope = extScope;
        this._scope = new scope_1.Scope({ parent: extScope });
        this._nodes = [];
    }
    scopeName(prefix) {
        return this._scope.name(prefix);
    }
}
class ValueScope {
    constructor(opts) {
        this._scope = opts.scope;
        this.opts = opts;
    }
}
exports.CodeGen = CodeGen;
exports.ValueScope = ValueScope;
exports.KNOWN = KNOWN;
