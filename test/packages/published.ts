/** A package as published: the exact version, and the hash of its tarball. */
export interface PublishedPackage<Version extends string = string> {
  readonly name: string;
  readonly version: Version;
  /** The tarball's hash, as `npm view <name>@<version> dist.integrity` prints it. */
  readonly integrity: `sha512-${string}`;
}

function sdk<V extends string>(version: V, integrity: PublishedPackage["integrity"]): PublishedPackage<V> {
  return { name: "@modelcontextprotocol/sdk", version, integrity };
}

function client<V extends string>(version: V, integrity: PublishedPackage["integrity"]): PublishedPackage<V> {
  return { name: "@modelcontextprotocol/client", version, integrity };
}

/** Releases of the v1 SDK whose transport replaces the requested scope on 403. */
export const REPLACING_SDKS = [
  sdk("1.23.0", "sha512-MCGd4K9aZKvuSqdoBkdMvZNcYXCkZRYVs/Gh92mdV5IHbctX9H9uIvd4X93+9g8tBbXv08sxc/QHXTzf8y65bA=="),
  sdk("1.25.3", "sha512-vsAMBMERybvYgKbg/l4L1rhS7VXV1c0CtyJg72vwxONVX0l4ZfKVAnZEWTQixJGTzKnELjQ59e4NbdFDALRiAQ=="),
  sdk("1.29.0", "sha512-zo37mZA9hJWpULgkRpowewez1y6ML5GsXJPY8FI0tBBCd77HEvza4jDqRKOXgHNn867PVGCyTdzqpz0izu5ZjQ=="),
  sdk("1.30.1", "sha512-H2HxLvC3HDNybePJaLdSrU1hhUK5iQw+WvV1b01myFyI7sdVGe1u/IPTE5D9fGCiJDVtgMV/lmFkQXLmQyIFYA=="),
  sdk("1.31.0", "sha512-UvTMgnNlnIBO/22ob2RcVGDlcvOslQs8T59+FTGdA0L27a39fdGF/EDETNtDVK4DZGpwomlsYpRdA8UXcVL/pw=="),
  sdk("1.32.2", "sha512-SWsVtH/0vULSQStoZ6xxH2K09Li8fXYTMC64ZeogCdpZ3XSi1eCPOByV1OpuJxuI3OcmHhosDWYyii07tpPsLw=="),
] as const;

/** Prereleases of the v2 client whose transport replaces the requested scope on 403. */
export const REPLACING_CLIENTS = [
  client(
    "2.0.0-alpha.2",
    "sha512-FxlR5QyBPeCDEDPH2Kx20uygmuy9k2jh6ahUeEYtmVfUxboZZlUEUhn6w0XxnbxpkELcT1qyzTXC8Bqh3c8QUA==",
  ),
  client(
    "2.0.0-alpha.3",
    "sha512-NNjaRRwHMKDgARgAlPt0Vkj963A+zoBOX2TtHptNjncjYCwadxx+reU5/H+nlimZmibhJEUznNMQr3UktzBVig==",
  ),
] as const;

/** Releases with nothing to migrate: one from before step-up was handled at all, and the ones that request the union. */
export const UNTOUCHED_PACKAGES = [
  sdk("1.22.0", "sha512-VUpl106XVTCpDmTBil2ehgJZjhyLY2QZikzF8NvTXtLRF1CvO5iEE2UNZdVIUer35vFOwMKYeUGbjJtvPWan3g=="),
  client(
    "2.0.0-beta.1",
    "sha512-1YbnguKN7OFGA/lmCtgIthyE5d+j7dvu7hJld+f0mKrM0YAV4Q8TG80RBto+qyupxhHjTMEWItHu7cQlAmVtyA==",
  ),
  client("2.0.0", "sha512-8f1OghQ2rjzIOfqgUCP+8GiUWqRs89njoWLNqAe8kWmDePv3s1fZXseej+QXemssEuuOvLLmLO/kqM3IQHtISw=="),
  client("2.4.0", "sha512-LgrD2OphHuG12vfKFKz6SOnq7bKHQmhGJIAYdD+MZBn2npHEyry6uD8zvktodtl5CQM85MO0anUyD9JwmUmxww=="),
] as const;
