import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { create } from "tar";
import type { PublishedPackage } from "./published.ts";

/** A registry on this machine that has one package in one version. */
export interface LocalRegistry {
  readonly url: string;
  readonly published: PublishedPackage;
  readonly server: Server;
}

/** Starts a registry with a package that consists of one file, `index.js`. */
export async function startRegistry(folder: string, name: string, index: string): Promise<LocalRegistry> {
  const version = "1.0.0";
  const source = join(folder, "package");
  await mkdir(source, { recursive: true });
  await writeFile(join(source, "package.json"), JSON.stringify({ name, version }));
  await writeFile(join(source, "index.js"), index);
  await create({ file: join(folder, "package.tgz"), cwd: folder, gzip: true }, ["package"]);
  const tarball = await readFile(join(folder, "package.tgz"));
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}` as const;

  const server = createServer((request, response) => {
    if (request.url?.endsWith(".tgz")) response.end(tarball);
    else {
      const dist = { tarball: `${url}/${name}-${version}.tgz`, integrity };
      const versions = { [version]: { name, version, dist } };
      response.end(JSON.stringify({ name, versions, "dist-tags": { latest: version } }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, published: { name, version, integrity }, server };
}
