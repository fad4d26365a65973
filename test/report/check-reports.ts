import { CHECK_FORMATS, type CheckFormat } from "../../src/report/format-names.ts";
import { type CheckReport, checkReport } from "../../src/report/formats.ts";

/** What writes each format of `check`, loaded. */
export const CHECK_REPORTS = Object.fromEntries(
  await Promise.all(
    (Object.keys(CHECK_FORMATS) as CheckFormat[]).map(async (format) => [format, await checkReport(format)] as const),
  ),
) as Record<CheckFormat, CheckReport>;
