import type { AroundMention } from "./mention-text.ts";
import { NamesInText } from "./names-in-text.ts";
import { endOf, type Node, startOf, type Tree } from "./tree.ts";

/** More mentions of one name than a person writes: a minified bundle's module scope. */
const MOST_MENTIONS = 5000;

/** Where in the tree names are mentioned: found in the text, so that no more of the tree is visited than bears them. */
export class Mentions {
  readonly #tree: Tree;
  readonly #source: string;
  readonly #names: NamesInText;
  readonly #known = new Map<Node, Map<string, readonly Node[] | undefined>>();

  constructor(tree: Tree, source: string) {
    this.#tree = tree;
    this.#source = source;
    this.#names = new NamesInText(source);
  }

  /** The nodes that bear a name within another, as identifier, private name or string; undefined for too many. */
  of(name: string, within: Node): readonly Node[] | undefined {
    const plain = name.replace(/^#/, "");
    const byName = this.#knownWithin(within);
    if (!byName.has(plain)) byName.set(plain, this.#find(plain, within));
    return byName.get(plain);
  }

  /** The same, undefined for more than some: those of a common name in a bundle are not all visited. */
  few(name: string, within: Node, most: number): readonly Node[] | undefined {
    const plain = name.replace(/^#/, "");
    const all = this.#knownWithin(within).get(plain) ?? this.#find(plain, within, { most });
    return all && all.length <= most ? all : undefined;
  }

  /** Of all mentions, those that the text around them does not rule out. */
  where(around: AroundMention, name: string, within: Node): readonly Node[] | undefined {
    const plain = name.replace(/^#/, "");
    return this.#knownWithin(within).get(plain) ?? this.#find(plain, within, { around });
  }

  #knownWithin(within: Node): Map<string, readonly Node[] | undefined> {
    const known = this.#known.get(within) ?? new Map<string, readonly Node[] | undefined>();
    this.#known.set(within, known);
    return known;
  }

  #find(
    name: string,
    within: Node,
    { most, around }: { readonly most?: number; readonly around?: AroundMention } = {},
  ): Node[] | undefined {
    // To count them costs little, and nothing of the tree.
    const offsets: number[] = [];
    for (const offset of this.#names.offsets(name, startOf(within), endOf(within))) {
      if (offsets.push(offset) > MOST_MENTIONS) return undefined;
    }
    const found: Node[] = [];
    let node: Node | undefined;
    for (const offset of offsets) {
      if (around && !around(this.#source, offset, offset + name.length)) continue;
      node = this.#tree.at(offset, node);
      const isKey = node.type === "StringLiteral" && node.value === name;
      if (startOf(node) === offset || isKey) found.push(node);
      if (most !== undefined && found.length > most) return undefined;
    }
    return found;
  }
}
