import { resolve } from "node:path";
import type { ts } from "ts-morph";
import type { OutsideFacts } from "../model/facts.ts";
import type { Range } from "../model/site.ts";
import { mayHoldSuppression } from "../model/suppression.ts";
import { type Code, readCode } from "../parse/code.ts";
import { SourceSyntaxError } from "../parse/syntax-error.ts";
import { mayHoldSite } from "../parse/text-test.ts";
import { handlesArgument, predicateOf, resultOf } from "./called.ts";
import { callersOf } from "./callers.ts";
import { constantAt } from "./constants.ts";
import { Escapes } from "./escapes.ts";
import { type Loaded, offsetOf, rawText } from "./load.ts";
import { concernedFiles } from "./neighbours.ts";
import { ProjectError } from "./project-error.ts";
import { compilerNode, type FileSight, type Sight } from "./sight.ts";
import { expectedTypeAt, typeAt } from "./types.ts";

/** Answers the engine's questions about the files of a project. Every answer is found once. */
export class ProjectFacts implements Sight {
  readonly loaded: Loaded;
  readonly #escapes: Escapes;
  readonly #texts = new Map<string, string>();
  readonly #codes = new Map<string, Code | undefined>();
  readonly #facts = new Map<string, OutsideFacts>();
  #concerned: ReadonlySet<string> | undefined;

  constructor(loaded: Loaded) {
    this.loaded = loaded;
    this.#escapes = new Escapes(loaded);
  }

  /** The paths of the files to look at: for a site, by their text or by what they share with others, or a suppression. */
  get candidates(): string[] {
    const concerned = this.#concernedFiles();
    const shows = (text: string) => mayHoldSite(text) || mayHoldSuppression(text);
    return this.loaded.files
      .map(({ fileName }) => fileName)
      .filter((path) => concerned.has(path) || shows(this.textOf(path)));
  }

  /** The raw text of a file, as it was when it was first asked for. */
  textOf(path: string): string {
    const text = this.#texts.get(path) ?? rawText(path);
    this.#texts.set(path, text);
    return text;
  }

  codeOf(path: string): Code | undefined {
    if (!this.#codes.has(path)) this.#codes.set(path, this.#read(path));
    return this.#codes.get(path);
  }

  offsetIn(path: string): number {
    const file = this.loaded.program.getSourceFile(path);
    return file ? offsetOf(this.textOf(path), file) : 0;
  }

  /**
   * What the engine may be told about a file.
   *
   * @param path absolute, or from the working folder
   * @throws {ProjectError} if the file is not part of the project
   */
  factsFor(path: string): OutsideFacts {
    const absolute = resolve(path);
    const known = this.#facts.get(absolute) ?? this.#factsOf(this.#fileAt(absolute));
    this.#facts.set(absolute, known);
    return known;
  }

  #fileAt(path: string): ts.SourceFile {
    const file = this.loaded.program.getSourceFile(path);
    if (file) return file;
    throw new ProjectError(
      `${path} is not part of ${this.loaded.name}: add it to the configuration's files, or give the one that names it.`,
    );
  }

  #read(path: string): Code | undefined {
    const file = this.loaded.program.getSourceFile(path);
    if (!file || file.isDeclarationFile) return undefined;
    try {
      return readCode(this.textOf(path), path, this.factsFor(path));
    } catch (error) {
      if (error instanceof SourceSyntaxError) return undefined;
      throw error;
    }
  }

  #concernedFiles(): ReadonlySet<string> {
    this.#concerned ??= concernedFiles(this.loaded, (path) => this.textOf(path));
    return this.#concerned;
  }

  #factsOf(file: ts.SourceFile): OutsideFacts {
    const sight: FileSight = {
      loaded: this.loaded,
      file,
      codeOf: (path) => this.codeOf(path),
      offsetIn: (path) => this.offsetIn(path),
    };
    const { checker } = this.loaded;
    const ofNode =
      <Answer>(answer: (node: ts.Node) => Answer) =>
      (range: Range): Answer | undefined => {
        const node = compilerNode(sight, range);
        return node && answer(node);
      };
    return {
      mayHoldSite: this.#concernedFiles().has(file.fileName),
      constantAt: onceEach(ofNode((node) => constantAt(checker, node))),
      typeAt: onceEach(ofNode((node) => typeAt(this.loaded, node))),
      expectedTypeAt: onceEach(ofNode((node) => expectedTypeAt(this.loaded, node))),
      callersOf: onceEach((name) => callersOf(sight, this.#escapes, name)),
      resultOf: onceEach((call) => resultOf(sight, call)),
      predicateOf: onceEach((call) => predicateOf(sight, call)),
      handlesArgument: onceEach((call, argument) => handlesArgument(sight, call, argument)) as NonNullable<
        OutsideFacts["handlesArgument"]
      >,
    };
  }
}

/** Answers a question once for the same ranges. One that comes back to itself is not answered: files may go in circles. */
function onceEach<Asked extends readonly Range[], Answer>(
  answer: (...ranges: Asked) => Answer,
): (...ranges: Asked) => Answer | undefined {
  const known = new Map<string, Answer | undefined>();
  return (...ranges) => {
    const key = ranges.map(({ start, end }) => `${start}-${end}`).join();
    if (known.has(key)) return known.get(key);
    known.set(key, undefined);
    const found = answer(...ranges);
    known.set(key, found);
    return found;
  };
}
