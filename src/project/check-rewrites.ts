import { type SourceFile, ts } from "ts-morph";
import type { HelperFile } from "../model/outcome.ts";
import type { CompilerError, Edit, Site } from "../model/site.ts";
import type { Loaded } from "./load.ts";
import { originAt } from "./origin-at.ts";

/** A file as the engine would leave it. */
export interface Rewritten {
  readonly path: string;
  /** The new text, with a byte order mark where the old one has one. */
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly sites: readonly Site[];
}

/** A rewrite that the compiler refuses. */
export interface Refused {
  readonly path: string;
  /** Where the site begins in the old text. */
  readonly start: number;
  readonly error: CompilerError;
}

/**
 * Type-checks a project before and after some rewrites, in memory, and finds those that add an error to their file.
 * The project is left as it was.
 *
 * @param offsetIn how many code units a file's raw text has before the compiler's
 * @param added files that the rewrites import and that may not be there yet, by path
 */
export function checkRewrites(
  loaded: Loaded,
  rewritten: readonly Rewritten[],
  offsetIn: (path: string) => number,
  added: ReadonlyMap<string, HelperFile> = new Map(),
): Refused[] {
  const before = new Map(rewritten.map(({ path }) => [path, errorsIn(loaded.program, path)]));
  const after = programWith(loaded, rewritten, added);
  return rewritten.flatMap((file) => {
    const offset = offsetIn(file.path);
    const gained = gainedErrors(before.get(file.path) ?? [], errorsIn(after, file.path), file, offset);
    return gained.flatMap((error) => blame(file, error, offset));
  });
}

/** The program with other texts, made from the one there is, which stays. */
function programWith(
  { project, program }: Loaded,
  rewritten: readonly Rewritten[],
  added: ReadonlyMap<string, HelperFile>,
): ts.Program {
  const undo: (() => unknown)[] = [];
  const texts = new Set(rewritten.map(({ path }) => path));
  const replace = (file: SourceFile, text: string) => {
    const old = file.getFullText();
    undo.push(() => file.replaceWithText(old));
    file.replaceWithText(text.replace(/^\uFEFF/, ""));
  };
  try {
    for (const { path, text } of rewritten) {
      replace(project.getSourceFileOrThrow(path), text);
    }
    for (const [path, { text, present }] of added) {
      if (!program.getSourceFile(path)) {
        const file = project.createSourceFile(path, text, { overwrite: true });
        undo.push(() => project.removeSourceFile(file));
        continue;
      }
      const file = present && !texts.has(path) ? project.getSourceFile(path) : undefined;
      if (file) replace(file, text);
    }
    return project.getProgram().compilerObject;
  } finally {
    for (const step of undo) step();
  }
}

interface Fault {
  readonly code: number;
  readonly text: string;
  /** Offset in the compiler's text. */
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

function errorsIn(program: ts.Program, path: string): Fault[] {
  const file = program.getSourceFile(path);
  if (!file) return [];
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found
    .filter(({ category }) => category === ts.DiagnosticCategory.Error)
    .map(({ code, messageText, start = 0 }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const text = ts.flattenDiagnosticMessageText(messageText, "\n");
      return { code, text, start, line: line + 1, column: character + 1 };
    });
}

/** The errors that were not there before: first those in the same place are taken away, then those of the same text. */
function gainedErrors(
  before: readonly Fault[],
  after: readonly Fault[],
  { edits }: Rewritten,
  offset: number,
): Fault[] {
  const left = [...before];
  const takeAway = (faults: readonly Fault[], isSame: (old: Fault, fault: Fault) => boolean) =>
    faults.filter((fault) => {
      const index = left.findIndex((old) => old.code === fault.code && old.text === fault.text && isSame(old, fault));
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
  const moved = takeAway(after, (old, { start }) => originAt(edits, start + offset).offset === old.start + offset);
  return takeAway(moved, () => true);
}

/** The sites whose edits, or whose effect, an error stands in. */
function blame({ path, edits, sites }: Rewritten, { start, ...error }: Fault, offset: number): Refused[] {
  const { edit, offset: origin } = originAt(edits, start + offset);
  const rewrites = sites.filter(({ verdict, suppressed }) => verdict === "rewrite" && !suppressed);
  const refuse = ({ start: at }: Site): Refused => ({
    path,
    start: at,
    error: { code: error.code, text: error.text, line: error.line, column: error.column },
  });
  const owners = rewrites.filter((site) => site.edits?.some((each) => edit && isSameEdit(each, edit)));
  if (owners.length > 0) return owners.map(refuse);
  // The error of an expression begins with the expression, which may be what the edit is put into.
  const around = rewrites.filter((site) => site.start <= origin && origin <= site.end);
  if (around.length > 0) return around.map(refuse);
  const last = edit ? undefined : rewrites.filter((site) => site.start <= origin).at(-1);
  return (last ? [last] : rewrites).map(refuse);
}

const isSameEdit = (one: Edit, other: Edit): boolean =>
  one.start === other.start && one.end === other.end && one.text === other.text;
