/** What holds a web address, and what ssh calls the same: `git@host:path`. */
const SCP = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)\/?(.+)$/;
const PROTOCOLS = new Set(["http:", "https:", "ssh:", "git:", "git+ssh:"]);

/**
 * The address of a remote under which everybody knows it, however this clone reaches it: `https://host/path`, without
 * user, password, token, query and `.git`.
 *
 * @param remote as git's configuration has it
 * @returns undefined for what is no address of a host, such as a folder of this machine
 */
export function publicUrl(remote: string): string | undefined {
  const [, host, path = ""] = SCP.exec(remote) ?? [];
  const text = host === undefined ? remote : `ssh://${host}/${path}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!PROTOCOLS.has(url.protocol) || url.hostname === "") return undefined;
  // A port of ssh says nothing of the web; the one of a web server belongs to its name.
  const name = /^https?:$/.test(url.protocol) ? url.host : url.hostname;
  const way = url.pathname.replace(/(?<!\/)\/+$/, "").replace(/\.git$/, "");
  return way === "" ? undefined : `https://${name}${way}`;
}
