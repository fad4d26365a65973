import type { Random } from "./random.ts";
import { type Vocabulary, vocabularyFor } from "./vocabulary.ts";

/** What a generated module is written in. */
export type Dialect = "ts" | "tsx" | "js";

/** Most modules are small, some are large: so many characters on average, spread around it. */
const MEAN_CHARACTERS = 8_350;

/**
 * The text of a module as people write them: imports, types, tables, classes and functions with comments and messages.
 * It may name scopes, refusals or authorization, but never so that the text test takes it for a candidate.
 *
 * @param name the file's name without extension
 */
export function moduleText(random: Random, name: string, dialect: Dialect): string {
  return new ModuleWriter(random, dialect).write(name);
}

class ModuleWriter {
  readonly #random: Random;
  readonly #dialect: Dialect;
  readonly #words: Vocabulary;
  #used = 0;

  constructor(random: Random, dialect: Dialect) {
    this.#random = random;
    this.#dialect = dialect;
    this.#words = vocabularyFor(random);
  }

  write(name: string): string {
    const size = -Math.log(1 - this.#random.fraction() * 0.98) * 0.62 + 0.38;
    let text = this.#head(name);
    while (text.length < size * MEAN_CHARACTERS) text += `\n${this.#section()}`;
    return text;
  }

  #head(name: string): string {
    const imports = Array.from({ length: 2 + this.#random.below(6) }, () => {
      const [verb, noun] = [this.#verb(), this.#noun()];
      return `import { ${verb}${this.#ownType()}, ${this.#ownType()} } from "../${noun}/${name}-${verb}.js";\n`;
    });
    return `${imports.join("")}\n/** ${capital(this.#sentence())} */\n`;
  }

  #section(): string {
    const kinds = [this.#class, this.#function, this.#function, this.#table];
    if (this.#dialect !== "js") kinds.push(this.#interface, this.#interface);
    if (this.#dialect === "tsx") kinds.push(this.#component);
    return this.#random.pick(kinds).call(this);
  }

  #interface(): string {
    const members = Array.from({ length: 3 + this.#random.below(8) }, () => {
      const comment = this.#random.chance(0.4) ? `  /** ${capital(this.#sentence())} */\n` : "";
      return `${comment}  readonly ${this.#member()}${this.#random.chance(0.2) ? "?" : ""}: ${this.#typeText()};\n`;
    });
    return `export interface ${this.#ownType()} {\n${members.join("")}}\n`;
  }

  #table(): string {
    const rows = Array.from({ length: 4 + this.#random.below(14) }, () => {
      return `  "${this.#noun()}-${this.#member()}": { weight: ${this.#number()}, text: "${this.#sentence()}" },\n`;
    });
    return `const ${this.#ownName().toUpperCase()} = {\n${rows.join("")}}${this.#dialect === "js" ? "" : " as const"};\n`;
  }

  #component(): string {
    const [noun, other] = [this.#ownName(), this.#ownName()];
    return `export function ${this.#ownType()}({ ${noun}, ${other} }: { ${noun}: string; ${other}: number }) {
${this.#block(1, noun)}  return (
    <section className="${noun}-${other}" data-count={${other}}>
      <h2>${capital(this.#sentence())}</h2>
      {${other} > ${this.#number()} ? <p title="${noun}">{${noun}}</p> : null}
    </section>
  );
}
`;
  }

  #function(): string {
    const [first, second] = [this.#member(), this.#noun()];
    const async = this.#random.chance(0.35) ? "async " : "";
    const result = async ? "Promise<unknown>" : "unknown";
    return `${this.#doc("")}export ${async}function ${this.#verb()}${this.#ownType()}(${first}${this.#as("any")}, ${second}_${this.#as("number")} = ${this.#number()})${this.#as(result)} {
${this.#block(1, first)}  return ${second}_ > ${this.#number()} ? ${first} : ${this.#expression(first)};
}
`;
  }

  #class(): string {
    const fields = Array.from({ length: 2 + this.#random.below(5) }, () => `_${this.#member()}`);
    const declared = [...new Set(fields)].map((field) => `  ${field}${this.#as("any")} = ${this.#literal()};\n`);
    const methods = Array.from({ length: 2 + this.#random.below(5) }, () => this.#method(this.#random.pick(fields)));
    return `${this.#doc("")}export class ${this.#ownType()} {\n${declared.join("")}\n${methods.join("\n")}}\n`;
  }

  #method(field: string): string {
    const parameter = this.#member();
    return `${this.#doc("  ")}  async ${this.#verb()}${this.#ownType()}(${parameter}${this.#as("any")}) {
    if (!this.${field}) throw new Error(\`${this.#sentence()}: \${${parameter}}\`);
${this.#block(2, parameter)}    this.${field} = ${this.#expression(parameter)};
    return this.${field};
  }
`;
  }

  #block(depth: number, name: string): string {
    const indent = "  ".repeat(depth);
    const lines = Array.from({ length: 1 + this.#random.below(6) }, () => this.#statement(depth, indent, name));
    return lines.join("");
  }

  #statement(depth: number, indent: string, name: string): string {
    const comment = this.#random.chance(0.15) ? `${indent}// ${capital(this.#sentence())}\n` : "";
    const local = this.#ownName();
    const kind = this.#random.below(depth < 4 ? 9 : 5);
    if (kind < 3) return `${comment}${indent}const ${local} = ${this.#expression(name)};\n`;
    if (kind === 3) return `${comment}${indent}console.debug("${this.#sentence()}", ${name});\n`;
    if (kind === 4)
      return `${comment}${indent}${name}?.${this.#verb()}?.(${this.#literal()}, ${this.#expression(name)});\n`;
    const inner = () => this.#block(depth + 1, name);
    if (kind === 5) {
      return `${comment}${indent}for (const ${local} of ${name}.${this.#member()} ?? []) {\n${this.#block(depth + 1, local)}${indent}}\n`;
    }
    if (kind === 6) {
      return `${comment}${indent}try {\n${inner()}${indent}} catch (error) {\n${indent}  throw new Error("${this.#sentence()}", { cause: error });\n${indent}}\n`;
    }
    const otherwise = this.#random.chance(0.3) ? ` else {\n${inner()}${indent}}` : "";
    return `${comment}${indent}if (${this.#condition(name)}) {\n${inner()}${indent}}${otherwise}\n`;
  }

  #condition(name: string): string {
    const member = `${name}.${this.#member()}`;
    return this.#random.pick([
      `${member} === ${this.#number()}`,
      `${member} === "${this.#noun()}" && !${name}.${this.#member()}`,
      `typeof ${member} !== "string" || ${member}.length > ${this.#number()}`,
      `response?.status === ${this.#random.pick(this.#words.statuses)}`,
    ]);
  }

  #expression(name: string): string {
    return this.#random.pick([
      `${name}.${this.#member()}`,
      `${name}?.${this.#member()} ?? ${this.#literal()}`,
      `await${this.#verb()}${capital(this.#noun())}(${name}, ${this.#literal()})`,
      `[${this.#literal()}, ${name}.${this.#noun()}, ...(${name}.${this.#member()} ?? [])]`,
      `{ ${this.#noun()}: ${this.#literal()}, ${this.#member()}: ${name}, ...${name}.${this.#noun()} }`,
      `\`\${${name}.${this.#noun()}}/${this.#noun()}/\${${name}.${this.#member()}}\``,
      `Object.entries(${name}).filter(([key]) => key !== "${this.#noun()}").map(([, value]) => value)`,
    ]);
  }

  #literal(): string {
    return this.#random.pick(['""', "undefined", "true", `"${this.#noun()}"`, `${this.#number()}`]);
  }

  #doc(indent: string): string {
    if (this.#random.chance(0.4)) return "";
    const lines = Array.from({ length: 1 + this.#random.below(3) }, () => `${indent} * ${capital(this.#sentence())}\n`);
    return `${indent}/**\n${lines.join("")}${indent} */\n`;
  }

  #sentence(): string {
    const { random, words } = { random: this.#random, words: this.#words };
    const length = 4 + random.below(9);
    const text = Array.from({ length }, (_, index) =>
      index % 3 === 1 ? random.pick(words.verbs) : random.pick(words.plain),
    );
    return `${text.join(" ")}.`;
  }

  #as(type: string): string {
    return this.#dialect === "js" ? "" : `: ${type}`;
  }

  #typeText(): string {
    const type = this.#type();
    return this.#random.pick([
      "string",
      "number",
      "boolean",
      `readonly ${type}[]`,
      `Map<string, ${type}>`,
      type,
      `"${this.#noun()}" | "${this.#noun()}"`,
    ]);
  }

  #type(): string {
    return `${capital(this.#noun())}${capital(this.#random.pick(this.#words.suffixes))}`;
  }

  #ownType(): string {
    return `${this.#type()}${this.#used++}`;
  }

  #ownName(): string {
    return `${this.#noun()}_${this.#verb()}${this.#used++}`;
  }

  #member(): string {
    return `${this.#noun()}${capital(this.#random.pick(this.#words.suffixes))}`;
  }

  #noun(): string {
    return this.#random.pick(this.#words.nouns);
  }

  #verb(): string {
    return this.#random.pick(this.#words.verbs);
  }

  #number(): number {
    return this.#random.pick(this.#words.numbers);
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
