import { linkSync, renameSync, writeFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { vendoredText } from "../../src/place/vendored-text.ts";
import { writeVendored } from "../../src/place/write-vendored.ts";
import { tempProject } from "../temp-project.ts";
import { PLAIN } from "./plain-style.ts";

vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  return { ...fs, linkSync: vi.fn(), renameSync: vi.fn(fs.renameSync) };
});

const TEXT = vendoredText({ typescript: false, kind: "commonjs", style: PLAIN });
const link = vi.mocked(linkSync);
const NO_LINKS = Object.assign(new Error("no links here"), { code: "ENOTSUP" });

beforeEach(() => {
  link.mockReset();
});

test.each(["ENOTSUP", "EPERM", "EXDEV"])("a file system whose links fail with %s gets the file too, once", (code) => {
  link.mockImplementation(() => {
    throw Object.assign(new Error("no links here"), { code });
  });
  const project = tempProject({});
  const file = { path: project.path("lib/union-scopes.js"), text: TEXT };
  expect(writeVendored(file)).toBe(true);
  expect(writeVendored(file)).toBe(false);
  expect(link).toHaveBeenCalledTimes(1);
  expect(project.files()).toEqual({ "lib/union-scopes.js": TEXT });
});

test("without links, a file that appears meanwhile stays", () => {
  const project = tempProject({});
  const file = { path: project.path("union-scopes.js"), text: TEXT };
  link.mockImplementation(() => {
    writeFileSync(file.path, "exports.unionScopes = join;\n");
    throw NO_LINKS;
  });
  expect(writeVendored(file)).toBe(false);
  expect(project.files()).toEqual({ "union-scopes.js": "exports.unionScopes = join;\n" });
});

test("without links, what cannot be put in place leaves nothing behind", () => {
  const project = tempProject({});
  const file = { path: project.path("union-scopes.js"), text: TEXT };
  link.mockImplementation(() => {
    throw NO_LINKS;
  });
  vi.mocked(renameSync).mockImplementationOnce(() => {
    throw Object.assign(new Error("input/output error"), { code: "EIO" });
  });
  expect(() => writeVendored(file)).toThrow(`${file.path} cannot be written: input/output error`);
  expect(project.files()).toEqual({});
});

test.each([
  ["takes", "exports.unionScopes = join;\n"],
  ["refuses", "exports.other = join;\n"],
])("%s a file that appears between looking and linking", (decision, other) => {
  const project = tempProject({});
  const file = { path: project.path("union-scopes.js"), text: TEXT };
  link.mockImplementation(() => {
    writeFileSync(file.path, other);
    throw Object.assign(new Error("file exists"), { code: "EEXIST" });
  });
  if (decision === "takes") expect(writeVendored(file)).toBe(false);
  else expect(() => writeVendored(file)).toThrow(`${file.path} is not free for the union helper`);
  expect(project.files()).toEqual({ "union-scopes.js": other });
});

test("any other failure is told, and leaves nothing behind", () => {
  link.mockImplementation(() => {
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  });
  const project = tempProject({});
  const file = { path: project.path("union-scopes.js"), text: TEXT };
  expect(() => writeVendored(file)).toThrow(
    `${file.path} cannot be written: no space left on device. Choose another file for the union helper by --vendor-path=<file>, or --helper=inline.`,
  );
  expect(project.files()).toEqual({});
});
