import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Whether this user may make a small disk, which a test can fill. */
export const mayMountDisk = probe();

/**
 * Makes a small disk in memory, for one test.
 *
 * @param root an absolute path of a folder on which it is mounted
 * @param size as mount takes it, such as `64k`
 * @returns the absolute path of an empty folder on it
 */
export function smallDisk(root: string, size: string): string {
  if (!mount(root, size)) throw new Error(`Nothing can be mounted on ${root}`);
  onTestFinished(() => void spawnSync("umount", [root]));
  mkdirSync(join(root, "disk"));
  return join(root, "disk");
}

function mount(root: string, size: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", root]).status === 0;
}

function probe(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "step-up-union-disk-"));
  const isMounted = mount(folder, "4k");
  if (isMounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true, force: true });
  return isMounted;
}
