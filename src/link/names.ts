import type { Module, Taken } from "./modules.ts";

/** The module that another means by a specifier; undefined where it is none of those that are joined. */
export type Resolve = (from: Module, specifier: string) => Module | undefined;

/** What each name of each module is called where they are joined. */
export type Names = ReadonlyMap<Module, ReadonlyMap<string, string>>;

/** An import that stays one: of a package, or of a file that is not joined. */
export interface Import extends Taken {
  readonly name: string;
}

/** More modules than hand on one name. */
const MOST_HANDS = 6;

/**
 * Names everything in joined modules so that each name means one thing: a name stays as it is where no other module
 * speaks of it, or means the same by it.
 */
export function nameAll(modules: readonly Module[], resolve: Resolve): { names: Names; imports: readonly Import[] } {
  const names = new Map(modules.map((module) => [module, new Map<string, string>()]));
  const imports = new Map<string, Import>();
  const words = new Map(modules.map((module) => [module, new Set(module.code.source.match(/[\w$]+/g))]));
  for (const [index, module] of modules.entries()) {
    for (const name of module.declared) {
      const isSpokenOf = modules.some((other) => {
        if (other === module || !words.get(other)?.has(name)) return false;
        const meant = meantBy(other, name, resolve);
        return !(meant?.module === module && meant.name === name);
      });
      names.get(module)?.set(name, isSpokenOf ? `${name}$${index}` : name);
    }
  }
  for (const module of modules) {
    for (const [local, taken] of module.imports) {
      const meant = meantBy(module, local, resolve);
      const known = meant && names.get(meant.module)?.get(meant.name);
      names.get(module)?.set(local, known ?? nameOfImport(imports, local, taken));
    }
  }
  return { names, imports: [...imports.values()] };
}

/** One import of each thing, under the name that the first module gives it, or another where that is taken. */
function nameOfImport(imports: Map<string, Import>, local: string, taken: Taken): string {
  const key = `${taken.specifier}\n${taken.imported}`;
  const known = imports.get(key);
  const isTaken = [...imports.values()].some(({ name }) => name === local);
  const name = known?.name ?? (isTaken ? `${local}$${imports.size}i` : local);
  imports.set(key, { ...taken, isType: taken.isType && known?.isType !== false, name });
  return name;
}

/** The name of a joined module that a local name of another stands for. */
function meantBy(module: Module, local: string, resolve: Resolve): { module: Module; name: string } | undefined {
  const taken = module.imports.get(local);
  return taken && takenFrom(module, taken, resolve, 0);
}

function takenFrom(
  from: Module,
  { specifier, imported }: Taken,
  resolve: Resolve,
  depth: number,
): { module: Module; name: string } | undefined {
  const module = resolve(from, specifier);
  if (!module || imported === "*" || depth > MOST_HANDS) return undefined;
  const exported = module.exports.get(imported);
  if (typeof exported === "object") return takenFrom(module, exported, resolve, depth + 1);
  if (exported !== undefined) {
    const again = module.imports.get(exported);
    return again ? takenFrom(module, again, resolve, depth + 1) : { module, name: exported };
  }
  for (const other of module.everythingOf) {
    const found = takenFrom(module, { specifier: other, imported, isType: false }, resolve, depth + 1);
    if (found) return found;
  }
  return undefined;
}
