import { spawnSync } from "node:child_process";

const SETTINGS = [
  "user.name=Tester",
  "user.email=tester@example.org",
  "commit.gpgSign=false",
  "init.defaultBranch=main",
];

/**
 * Runs git, whatever is configured on this machine.
 *
 * @returns what it prints
 * @throws where it fails
 */
export function git(folder: string, ...parameters: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(
    "git",
    [...SETTINGS.flatMap((setting) => ["-c", setting]), ...parameters],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${parameters.join(" ")}: ${stderr}`);
  return stdout;
}
