import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { fetchPackage } from "../packages/fetch.ts";
import { REPLACING_SDKS } from "../packages/published.ts";
import { inlineOptions } from "../packages/source-files.ts";
import type { Exports } from "./load.ts";
import { type Drive, migrate, type Subject } from "./subject.ts";

const TRANSPORTS = ["dist/esm/client/streamableHttp.js", "dist/cjs/client/streamableHttp.js"];

/** The module whose place the stand-ins take. */
const AUTH = "./auth.js";

/** The transports of the SDK that is installed here. */
export async function installedTransports(): Promise<Subject[]> {
  const entry = createRequire(import.meta.url).resolve("@modelcontextprotocol/sdk/client/auth.js");
  return transportsOf("the installed SDK", join(dirname(entry), "../../.."));
}

/** The transports of every published SDK that replaces the requested scope. */
export async function publishedTransports(): Promise<Subject[]> {
  const all = REPLACING_SDKS.map(async (each) => transportsOf(`SDK ${each.version}`, await fetchPackage(each)));
  return (await Promise.all(all)).flat();
}

async function transportsOf(name: string, folder: string): Promise<Subject[]> {
  return Promise.all(TRANSPORTS.map((file) => transportOf(`${name} ${file}`, join(folder, file))));
}

async function transportOf(name: string, path: string): Promise<Subject> {
  const text = await readFile(path, "utf8");
  const modules = await modulesOf(path, text);
  return migrate({
    name,
    text,
    extension: ".js",
    options: inlineOptions(path),
    manner: { separator: " ", remembers: true, remembersSuccess: false, readsTokens: true },
    modules: () => modules,
    drive,
  });
}

/** What a module imports or requires, loaded in earnest; all but the authorization. */
async function modulesOf(path: string, text: string): Promise<Exports> {
  const names = [...text.matchAll(/(?:from |require\()["']([^"']+)["']/g)].map(([, name = ""]) => name);
  const require = createRequire(path);
  const load = async (name: string): Promise<unknown> =>
    text.includes("require(") ? require(name) : import(pathToFileURL(resolved(require, path, name)).href);
  const loaded = names.filter((name) => name !== AUTH).map(async (name) => [name, await load(name)] as const);
  return Object.fromEntries(await Promise.all(loaded));
}

const resolved = (require: NodeJS.Require, path: string, name: string): string =>
  name.startsWith(".") ? join(dirname(path), name) : require.resolve(name);

interface Transport {
  start(): Promise<void>;
  send(message: object): Promise<void>;
}

const drive: Drive = ({ StreamableHTTPClientTransport }, world) => {
  const Constructor = StreamableHTTPClientTransport as new (url: URL, options: object) => Transport;
  const transports = world.stores.map(({ provider }, server) => {
    const transport = new Constructor(world.url(server), { authProvider: provider, fetch: world.fetch });
    void transport.start();
    return transport;
  });
  return (index, server) => transports[server]?.send({ jsonrpc: "2.0", id: index, method: "tools/list" });
};
