/*
 * if (error === "insufficient_scope") {
 *   this._scope = scope;
 * }
 */
export const advice = `
  if (error === 'insufficient_scope') {
    this._scope = scope; // ${"replaced"}
  }
`;
export const regular = /if \(error === "insufficient_scope"\) \{ this\._scope = scope; \}/;
// if (error === "insufficient_scope") this._scope = scope;
export const quoted = 'if (error === "insufficient_scope") { this._scope = scope; await auth(this._authProvider, { scope }); }';
