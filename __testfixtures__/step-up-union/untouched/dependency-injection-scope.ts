type Scope = "singleton" | "request" | "transient";

export class InsufficientScopeError extends Error {}

export class BindingBuilder {
  private scope: Scope = "transient";

  constructor(private readonly needed: Scope) {}

  inScope(scope: Scope): this {
    if (scope === "transient" && this.needed === "singleton") {
      throw new InsufficientScopeError("insufficient_scope: a singleton is needed");
    }
    this.scope = scope;
    return this;
  }

  toString(): string {
    return this.scope;
  }
}
