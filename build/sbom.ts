/** `npm run sbom`: the packages that are bundled, as CycloneDX, on standard output. */
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.ts";

const ROOT = join(import.meta.dirname, "..");

/** What of CycloneDX is looked at. */
interface Bill {
  readonly metadata: { readonly component: { readonly "bom-ref": string; readonly name: string } };
  readonly components: readonly { readonly "bom-ref": string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const folder = await mkdtemp(join(tmpdir(), "step-up-union-"));
try {
  const bundled = await Promise.all((await bundle(folder)).map((name) => versioned(join("node_modules", name))));
  // What is bundled is a development dependency: asked for the dependencies of users, npm would list nothing.
  const [npm = "", ...args] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const all = execFileSync(npm, [...args, "sbom", "--sbom-format=cyclonedx", "--package-lock-only"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  process.stdout.write(`${JSON.stringify(ofBundle(JSON.parse(all), bundled), undefined, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The name and version of the package in a folder, as npm refers to it. */
async function versioned(path: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(join(ROOT, path, "package.json"), "utf8"));
  return `${name}@${version}`;
}

/**
 * The part of a bill that is about some packages.
 *
 * @param bundled by name and version
 * @throws where the bill lacks one
 */
function ofBundle(bill: Bill, bundled: readonly string[]): Bill {
  const components = bill.components.filter((component) => bundled.includes(component["bom-ref"]));
  if (components.length !== bundled.length) throw new Error(`package-lock.json lacks some of ${bundled.join(", ")}`);
  const own = bill.metadata.component;
  const dependencies = bill.dependencies
    .filter(({ ref }) => bundled.includes(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => bundled.includes(each)) }));
  return {
    ...bill,
    // npm calls it by its folder.
    metadata: { ...bill.metadata, component: { ...own, name: own["bom-ref"].replace(/@[^@]*$/, "") } },
    components,
    dependencies: [{ ref: own["bom-ref"], dependsOn: bundled }, ...dependencies],
  };
}
