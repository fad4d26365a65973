import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Project, type ProjectOptions, ts } from "ts-morph";
import { olderDefaults } from "./older-defaults.ts";
import { ProjectError } from "./project-error.ts";

const CONFIG_NAMES = ["tsconfig.json", "jsconfig.json"];
const BOM = "\uFEFF";

/** A project in memory: the compiler's program, and the texts from which it was made. */
export interface Loaded {
  readonly project: Project;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The folder of the configuration, absolute. */
  readonly folder: string;
  /** What messages call the project: the path of its configuration, else its folder. */
  readonly name: string;
  /** Its own files, by path: those of packages and all declaration files left out. */
  readonly files: readonly ts.SourceFile[];
}

/**
 * Loads the program of a project. Reads its files and those that they import; runs none of them.
 *
 * @param path a tsconfig or jsconfig, or a folder. One without either is read as a project of JavaScript files.
 * @throws {ProjectError} if there is no such path, the configuration is broken, or it names no file
 */
export function loadProject(path: string): Loaded {
  const config = configAt(resolve(path));
  const folder = config === undefined ? resolve(path) : dirname(config);
  const name = config ?? folder;
  const project = config === undefined ? withoutConfig(folder) : withConfig(config);
  const program = project.getProgram().compilerObject;
  const files = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes("/node_modules/"));
  if (files.length === 0) throw new ProjectError(emptyMessage(name, config));
  return { project, program, checker: program.getTypeChecker(), folder, name, files };
}

/**
 * The text of a file as the engine is given it, byte order mark included, which the compiler leaves out.
 *
 * @throws the file system's errors
 */
export const rawText = (path: string): string => readFileSync(path, "utf8");

/** How many code units a file's raw text has before the compiler's. */
export const offsetOf = (raw: string, file: ts.SourceFile): number =>
  raw.startsWith(BOM) && !file.text.startsWith(BOM) ? 1 : 0;

/**
 * The configuration that a path names; undefined for a folder without one.
 *
 * @throws {ProjectError} if nothing is there
 */
function configAt(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    throw new ProjectError(`There is no ${path}; give the path of a tsconfig.json, a jsconfig.json, or their folder.`);
  }
  return found.isDirectory() ? CONFIG_NAMES.map((name) => join(path, name)).find((file) => existsSync(file)) : path;
}

function withConfig(config: string): Project {
  const read = ts.readConfigFile(config, ts.sys.readFile);
  if (read.error) throw new ProjectError(broken(config, [read.error]));
  const options: ProjectOptions = { tsConfigFilePath: config, compilerOptions: olderDefaults(config) };
  const parsed = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(config), {}, config);
  const errors = parsed.errors.filter(({ code }) => !NO_INPUTS.has(code));
  if (errors.length > 0) throw new ProjectError(broken(config, errors));
  const given = { ...options.compilerOptions, ...parsed.options };
  return new Project({ ...options, compilerOptions: given });
}

/** "No inputs were found", "The files list is empty": told of the program as a whole. */
const NO_INPUTS = new Set([18002, 18003]);

function broken(config: string, errors: readonly ts.Diagnostic[]): string {
  const texts = errors.map(({ code, messageText, file, start }) => {
    const at = file && start !== undefined ? file.getLineAndCharacterOfPosition(start) : undefined;
    const place = at ? `${at.line + 1}:${at.character + 1} ` : "";
    return `${place}TS${code} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  return `${config} cannot be used: ${texts.join("; ")}`;
}

function withoutConfig(folder: string): Project {
  const compilerOptions: ts.CompilerOptions = {
    allowJs: true,
    checkJs: false,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const { fileNames } = ts.parseJsonConfigFileContent({ compilerOptions: { allowJs: true } }, ts.sys, folder);
  const project = new Project({ compilerOptions });
  project.addSourceFilesAtPaths(fileNames);
  return project;
}

function emptyMessage(name: string, config: string | undefined): string {
  const references: { path: string }[] = config
    ? (ts.readConfigFile(config, ts.sys.readFile).config.references ?? [])
    : [];
  const others = references.map(({ path }) => resolve(dirname(name), path));
  return others.length > 0
    ? `${name} has no files of its own; give one of the projects that it references: ${others.join(", ")}`
    : `${name} has no files: neither TypeScript nor, with allowJs, JavaScript.`;
}
