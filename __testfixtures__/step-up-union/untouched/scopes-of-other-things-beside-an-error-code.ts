/** Code of other libraries in one bundle with a server that emits `insufficient_scope`. */
export class SchemaCodeGen {
  private _scope: unknown;

  constructor(opts: { scope: unknown }) {
    this._scope = opts.scope;
  }

  scope(): unknown {
    return this._scope;
  }
}

export class Traversal {
  private scope?: { readonly parent?: unknown };

  setScope(path: { readonly scope?: { readonly parent?: unknown } }): void {
    this.scope = path.scope;
  }

  hasParent(): boolean {
    return this.scope?.parent !== undefined;
  }
}

export class Controller {
  constructor(private readonly $scope: { message?: string }) {}

  refuse(error: string): void {
    if (error === "insufficient_scope") {
      this.$scope.message = "You may not do this.";
      document.documentElement.scope = "page";
    }
  }
}

declare global {
  interface HTMLElement {
    scope?: string;
  }
}
