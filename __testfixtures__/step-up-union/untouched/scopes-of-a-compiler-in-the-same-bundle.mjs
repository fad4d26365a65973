const insufficientScope = "insufficient_scope";

export class NodePath {
  setScope() {
    if (this.opts?.noScope) return;
    let path = this.parentPath;
    while (path && !path.scope) path = path.parentPath;
    const { scope } = path ?? {};
    this.scope = scope;
    this.scope?.init();
  }

  popContext(error) {
    this.contexts.pop();
    if (error === "scope") this.scope = this.contexts.at(-1)?.scope;
    return insufficientScope;
  }
}
