import { EventEmitter } from "node:events";
import { extractWWWAuthenticateParams, UnauthorizedError } from "@modelcontextprotocol/sdk/client/auth.js";
import { transformSync } from "esbuild";
import { StubResponse } from "./response.ts";
import type { World } from "./world.ts";

export type Exports = Readonly<Record<string, unknown>>;

/** A module that can be loaded into many worlds. */
export type Loadable = (world: World, more?: Exports) => Exports;

const GLOBALS = [
  "fetch",
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "Response",
  "console",
  "globalThis",
  "window",
  "open",
  "location",
  "localStorage",
  "sessionStorage",
  "auth",
  "extractWWWAuthenticateParams",
];

/**
 * Prepares a module's text for being run.
 *
 * @param extension with its dot
 * @throws where the text can't be read as a module
 */
export function prepare(text: string, extension: string): Loadable {
  const loader = /^\.[cm]?tsx?$/.test(extension)
    ? extension === ".tsx"
      ? "tsx"
      : "ts"
    : extension === ".jsx"
      ? "jsx"
      : "js";
  const { code } = transformSync(text, {
    loader,
    format: "cjs",
    target: "node20",
    logLevel: "silent",
    jsx: "automatic",
  });
  const run = new Function(
    "require",
    "module",
    "exports",
    ...GLOBALS,
    "ambient",
    `${ambientOf(text)}(function () {${code}\n${exportsOf(text, code)}})();`,
  );
  return (world, more = {}) => {
    const module = { exports: {} as Exports };
    const globals = globalsOf(world);
    const modules = { ...stubsOf(world), ...more };
    const require = (name: string): unknown => modules[name] ?? modules[basename(name)] ?? missing(name);
    const ambient = (name: string) => ambientFunction(world, name);
    run(require, module, module.exports, ...GLOBALS.map((name) => globals[name]), ambient);
    return module.exports;
  };
}

/** Declares what a text only says to be there. */
function ambientOf(text: string): string {
  const functions = [...text.matchAll(/^declare function (\w+)/gm)].map(([, name]) => `${name} = ambient("${name}")`);
  const constants = [...text.matchAll(/^declare const (\w+): ("\w+");/gm)].map(
    ([, name, value]) => `${name} = ${value}`,
  );
  const all = [...functions, ...constants];
  return all.length > 0 ? `var ${all.join(", ")};` : "";
}

/** A function that is only declared: by its name it reads a challenge, or is a call to the outside. */
function ambientFunction(world: World, name: string): (...all: unknown[]) => unknown {
  if (/^parse(?:Scope)?$/.test(name)) {
    const part = name === "parse" ? undefined : "scope";
    return (header) => (part ? challengeIn(header)[part] : challengeIn(header));
  }
  if (/^parse(?:All|Challenges)$/.test(name)) return (header) => [challengeIn(header)];
  return (...all) => world.call(name, all) ?? /^is[A-Z]/.test(name);
}

/** What a header says, however that is read. */
export function challengeIn(header: unknown): { error?: string | undefined; scope?: string | undefined } {
  const named = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(String(header))?.[1];
  return { error: named("error"), scope: named("scope") };
}

/** Statements that export what stands at the top of a script that exports nothing. */
function exportsOf(text: string, code: string): string {
  if (/\bexports\b|__export\(/.test(code)) return "";
  const names = [...text.matchAll(/(?:^|;)(?:async )?(?:class|function\*?|var|let|const) ([\w$]+)/gm)].map(
    ([, name]) => name,
  );
  return names.map((name) => `exports.${name} = ${name};`).join("\n");
}

const basename = (name: string): string => name.replace(/^.*\//, "").replace(/\.\w+$/, "");

function missing(name: string): never {
  throw new Error(`There is no module ${name}`);
}

function globalsOf(world: World): Record<string, unknown> {
  const { setTimeout, clearTimeout } = world.clock;
  // A log that tells what is asked for is as true after the migration as before: it is not compared.
  const log = () => undefined;
  const console = { log, info: log, warn: log, error: log, debug: log };
  const globals: Record<string, unknown> = {
    ...{ fetch: world.fetch, setTimeout, clearTimeout, setInterval: () => 0, Response: StubResponse, console },
  };
  Object.assign(globals, { auth: sdkAuth(world), extractWWWAuthenticateParams }, browserOf(world));
  globals.globalThis = { ...globals };
  globals.window = { ...globals };
  return globals;
}

/** What a page has: windows, an address, and storage. */
function browserOf(world: World): Record<string, unknown> {
  // A page that goes away waits for nothing.
  const leave = (address: unknown): void => void world.call("location", [address])?.catch(() => {});
  const location = { assign: leave, replace: leave, origin: "https://page.example", pathname: "/", search: "" };
  Object.defineProperty(location, "href", { get: () => "https://page.example/", set: leave });
  const open = (address: unknown) => {
    void world.call("open", [address])?.catch(() => {});
    return { closed: true, location };
  };
  return { open, location, localStorage: storage(), sessionStorage: storage() };
}

function storage(): Record<string, unknown> {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: unknown) => void kept.set(key, String(value)),
    removeItem: (key: string) => void kept.delete(key),
  };
}

/** The modules that clients import, by the last part of their name or by the whole. */
function stubsOf(world: World): Record<string, unknown> {
  const auth = sdkAuth(world);
  const computeScopeUnion = (...scopes: (string | undefined)[]) =>
    [...new Set(scopes.flatMap((scope) => scope?.split(" ") ?? []))].filter(Boolean).join(" ") || undefined;
  const sdk = { auth, extractWWWAuthenticateParams, UnauthorizedError, computeScopeUnion };
  return {
    auth: sdk,
    client: sdk,
    // An authorization function of another kind, which takes the name of an identity provider.
    login: { auth, login: auth, loginWithScope: auth },
    "node:events": { EventEmitter, default: EventEmitter },
  };
}

/** Starts an authorization as the SDK's `auth` does. */
function sdkAuth(world: World) {
  return async (provider: unknown, given?: Record<string, unknown>): Promise<string> => {
    // A function of another library may take all in one record, or the scope alone behind the address.
    const options = given ?? (typeof provider === "object" ? (provider as Record<string, unknown>) : {});
    const {
      scope,
      serverUrl,
      issuer,
      fetchFn: _fetch,
      ...rest
    } = typeof options === "object" ? options : { scope: options };
    const server = world.serverOf(serverUrl ?? issuer) ?? world.serverOf(provider) ?? 0;
    const names = Object.entries(given && typeof given === "object" ? rest : {}).map(
      ([name, value]) => `${name}=${value}`,
    );
    return world.authorize(server, scope, names.sort().join(" "));
  };
}
