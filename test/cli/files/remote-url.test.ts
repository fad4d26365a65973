import { expect, test } from "vitest";
import { publicUrl } from "../../../src/cli/files/remote-url.ts";

test.each([
  ["https://github.com/acme/client.git", "https://github.com/acme/client"],
  ["https://github.com/acme/client/", "https://github.com/acme/client"],
  ["git@github.com:acme/client.git", "https://github.com/acme/client"],
  ["github.com:/acme/client", "https://github.com/acme/client"],
  ["ssh://git@git.example.test:2222/acme/client.git", "https://git.example.test/acme/client"],
  ["git://example.test/client", "https://example.test/client"],
  ["http://localhost:3000/acme/client", "https://localhost:3000/acme/client"],
  ["https://user:secret@example.test/acme/client.git", "https://example.test/acme/client"],
  ["https://oauth2:glpat-secret@gitlab.example.test/a/b.git?token=secret#x", "https://gitlab.example.test/a/b"],
  ["https://example.test/\u001b[2J<b>.git", "https://example.test/%1B[2J%3Cb%3E"],
])("the address of %j is %s", (remote, url) => {
  expect(publicUrl(remote)).toBe(url);
});

test.each([
  "/srv/git/client.git",
  "../client",
  "C:\\git\\client",
  "file:///srv/git/client.git",
  "work:acme/client",
  "",
])("%j is no address for others", (remote) => {
  expect(publicUrl(remote)).toBeUndefined();
});
