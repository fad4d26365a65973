import type * as t from "@babel/types";
import { hoistedDeclarations } from "./hoisted.ts";
import { type AroundMention, mayBeWritten } from "./mention-text.ts";
import { Mentions } from "./mentions.ts";
import { isFunction, type Node, startOf, type Tree } from "./tree.ts";

export type BindingKind = "variable" | "parameter" | "function" | "class" | "import" | "catch" | "enum";

/** A declared name. */
export interface Binding {
  /** Unique in its file. */
  readonly id: string;
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier that declares it. */
  readonly identifier: t.Identifier;
  /** The declarator, function, class, specifier, catch clause or enum. For parameters: the function. */
  readonly declaration: Node;
  /** The node within which the name is known. */
  readonly scope: Node;
}

/** The nodes beside functions in which names can be declared. */
const SCOPES = new Set(
  "Program BlockStatement StaticBlock TSModuleBlock SwitchStatement ForStatement ForInStatement ForOfStatement CatchClause ClassExpression".split(
    " ",
  ),
);

const mayDeclare = (node: Node): node is Node => SCOPES.has(node.type) || isFunction(node);

/** Names and what they are bound to, found out scope by scope on demand. */
export class Bindings {
  readonly #tree: Tree;
  readonly #mentions: Mentions;
  readonly #scopes = new Map<Node, Map<string, Binding>>();
  readonly #references = new Map<Binding, readonly t.Identifier[] | undefined>();
  readonly #resolved = new Map<t.Identifier, Binding | undefined>();
  readonly #writes = new Map<Binding, readonly t.Identifier[]>();

  constructor(tree: Tree, source: string) {
    this.#tree = tree;
    this.#mentions = new Mentions(tree, source);
  }

  /** What an identifier refers to; undefined for globals. */
  resolve(identifier: t.Identifier): Binding | undefined {
    if (!this.#resolved.has(identifier)) this.#resolved.set(identifier, this.lookup(identifier.name, identifier));
    return this.#resolved.get(identifier);
  }

  /** What a name means at a node. */
  lookup(name: string, at: Node): Binding | undefined {
    for (let node: Node | undefined = at; node; node = this.#tree.nearest(node, mayDeclare)) {
      const binding = this.#declared(node)?.get(name);
      if (binding) return binding;
    }
    return undefined;
  }

  /** Every mention of a binding but its declaration, in source order; undefined where there are too many to follow. */
  references(binding: Binding): readonly t.Identifier[] | undefined {
    if (!this.#references.has(binding)) this.#references.set(binding, this.#findReferences(binding));
    return this.#references.get(binding);
  }

  /** The mentions that write to a binding, its declaration left out; undefined where they can't be known. */
  writes(binding: Binding): readonly t.Identifier[] | undefined {
    const known = this.#writes.get(binding);
    if (known) return known;
    const mentions = this.#references.get(binding) ?? this.#findReferences(binding, mayBeWritten);
    const found = mentions?.filter((each) => this.#isWritten(each));
    if (found) this.#writes.set(binding, found);
    return found;
  }

  /** See `Mentions`. */
  mentions(name: string, within: Node): readonly Node[] | undefined {
    return this.#mentions.of(name, within);
  }

  fewMentions(name: string, within: Node, most: number): readonly Node[] | undefined {
    return this.#mentions.few(name, within, most);
  }

  mentionsWhere(around: AroundMention, name: string, within: Node): readonly Node[] | undefined {
    return this.#mentions.where(around, name, within);
  }

  #findReferences(binding: Binding, around?: AroundMention): readonly t.Identifier[] | undefined {
    const mentions = around
      ? this.mentionsWhere(around, binding.name, binding.scope)
      : this.mentions(binding.name, binding.scope);
    return mentions?.filter(
      (node): node is t.Identifier =>
        node.type === "Identifier" &&
        node !== binding.identifier &&
        !isPropertyName(node, this.#tree.parent(node)) &&
        this.resolve(node) === binding,
    );
  }

  #isWritten(reference: t.Identifier): boolean {
    let child: Node = reference;
    for (const parent of this.#tree.ancestors(reference)) {
      switch (parent.type) {
        case "AssignmentExpression":
        case "AssignmentPattern":
          if (parent.left !== child) return false;
          if (parent.type === "AssignmentExpression") return true;
          break;
        case "UpdateExpression":
          return true;
        case "ForInStatement":
        case "ForOfStatement":
          return parent.left === child;
        case "ObjectProperty":
          if (parent.value !== child) return false;
          break;
        case "ObjectPattern":
        case "ArrayPattern":
        case "RestElement":
          break;
        default:
          return false;
      }
      child = parent;
    }
    return false;
  }

  #declared(scope: Node): Map<string, Binding> | undefined {
    if (!mayDeclare(scope)) return undefined;
    const known = this.#scopes.get(scope);
    if (known) return known;
    const names = new Map<string, Binding>();
    const declare = (pattern: Node | null | undefined, kind: BindingKind, declaration: Node) => {
      for (const identifier of boundNames(pattern)) {
        if (names.has(identifier.name) && kind === "variable") continue;
        const id = `${identifier.name}@${identifier.start}`;
        names.set(identifier.name, { id, name: identifier.name, kind, identifier, declaration, scope });
      }
    };
    switch (scope.type) {
      case "Program":
        this.#declareHoisted(scope, declare);
        this.#declareLexical(scope.body, declare);
        break;
      case "BlockStatement": {
        const parent = this.#tree.parent(scope);
        this.#declareLexical(parent && isFunction(parent) ? scope.body : withoutVar(scope.body), declare);
        break;
      }
      case "StaticBlock":
      case "TSModuleBlock":
        this.#declareLexical(scope.body, declare);
        break;
      case "SwitchStatement":
        for (const switchCase of scope.cases) this.#declareLexical(withoutVar(switchCase.consequent), declare);
        break;
      case "ForStatement":
        if (scope.init) this.#declareLexical(withoutVar([scope.init]), declare);
        break;
      case "ForInStatement":
      case "ForOfStatement":
        this.#declareLexical(withoutVar([scope.left]), declare);
        break;
      case "CatchClause":
        declare(scope.param, "catch", scope);
        break;
      case "ClassExpression":
        declare(scope.id, "class", scope);
        break;
      default:
        if (!isFunction(scope)) break;
        if (scope.type === "FunctionExpression") declare(scope.id, "function", scope);
        for (const parameter of scope.params) declare(parameter, "parameter", scope);
        this.#declareHoisted(scope.body, declare);
    }
    this.#scopes.set(scope, names);
    return names;
  }

  #declareLexical(
    statements: readonly Node[],
    declare: (pattern: Node | null | undefined, kind: BindingKind, declaration: Node) => void,
  ): void {
    for (const statement of statements) {
      const declaration =
        (statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration") &&
        statement.declaration
          ? statement.declaration
          : statement;
      switch (declaration.type) {
        case "VariableDeclaration":
          for (const declarator of declaration.declarations) declare(declarator.id, "variable", declarator);
          break;
        case "FunctionDeclaration":
          declare(declaration.id, "function", declaration);
          break;
        case "ClassDeclaration":
          declare(declaration.id, "class", declaration);
          break;
        case "TSEnumDeclaration":
          declare(declaration.id, "enum", declaration);
          break;
        case "ImportDeclaration":
          for (const specifier of declaration.specifiers) declare(specifier.local, "import", specifier);
          break;
        case "TSImportEqualsDeclaration":
          declare(declaration.id, "import", declaration);
          break;
      }
    }
  }

  /** `var` declarations, which are known in the whole function. */
  #declareHoisted(
    body: Node,
    declare: (pattern: Node | null | undefined, kind: BindingKind, declaration: Node) => void,
  ): void {
    for (const declaration of hoistedDeclarations(body)) {
      for (const declarator of declaration.declarations) declare(declarator.id, "variable", declarator);
    }
  }
}

/** Of the statements of a block within a function, those whose names end with it: a `var` is of the whole function. */
const withoutVar = (statements: readonly Node[]): readonly Node[] =>
  statements.filter((each) => each.type !== "VariableDeclaration" || each.kind !== "var");

/** The identifiers that a pattern declares. */
export function boundNames(pattern: Node | null | undefined): t.Identifier[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === "RestElement" ? property.argument : property.value),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => boundNames(element));
    case "AssignmentPattern":
      return boundNames(pattern.left);
    case "RestElement":
      return boundNames(pattern.argument);
    case "TSParameterProperty":
      return boundNames(pattern.parameter);
    default:
      return [];
  }
}

/** Whether an identifier names a property, member, label or the exported side of a specifier, and so no binding. */
export function isPropertyName(node: Node, parent: Node | undefined): boolean {
  switch (parent?.type) {
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.property === node && !parent.computed;
    case "ObjectProperty":
      return parent.key === node && !parent.computed;
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassProperty":
    case "ClassAccessorProperty":
    case "TSPropertySignature":
    case "TSMethodSignature":
      return parent.key === node && !parent.computed;
    case "PrivateName":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "TSEnumMember":
      return true;
    case "ExportSpecifier":
      return parent.exported === node && startOf(parent.local) !== startOf(node);
    case "ImportSpecifier":
      return true;
    default:
      return false;
  }
}
