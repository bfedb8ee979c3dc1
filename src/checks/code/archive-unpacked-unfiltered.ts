import type { FindingDetails, Report } from "../../core/index.ts";
import type { Call } from "../../formats/python/nodes.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { downloadBehind } from "./artifacts.ts";

/** Libraries that take care of names that lead outside; bombs and links are left to the reader. */
const careful: FindingDetails = {
  severity: "low",
  audience: "audit",
  message: "An archive is unpacked; its size and the number of its files are not limited",
};

function isFiltered(call: PythonCall, index: number): boolean {
  const filter = call.argument(index, "filter");
  if (filter === undefined || filter.is(null)) return call.hasUnknownArguments();
  return !filter.is("fully_trusted");
}

function reportShutil(view: PythonView, report: Report): void {
  for (const call of view.calls("shutil.unpack_archive")) {
    const name = call.argument(0, "filename");
    const format = call.argument(2, "format")?.string();
    const isZip =
      format === "zip" || (format === undefined && /\.zip$/i.test(name?.string() ?? ""));
    if (isZip) report(call, careful);
    else if (!isFiltered(call, 3)) {
      const isRemote = downloadBehind(name) !== undefined;
      report(call, {
        ...(isRemote ? {} : { confidence: "medium" }),
        message: 'shutil.unpack_archive writes where the archive says, without `filter="data"`',
      });
    }
  }
}

/** True where the archive that is unpacked was downloaded just before. */
function isDownload({ node }: PythonCall, view: PythonView): boolean {
  const archive = node.func.kind === "Attribute" ? node.func.value : node;
  const opened = view.value(archive).origin();
  return opened.kind === "Call" && downloadBehind(argumentOf(opened, view)) !== undefined;
}

function argumentOf({ args }: Call, view: PythonView): PythonValue | undefined {
  return args[0] === undefined ? undefined : view.value(args[0]);
}

export const archiveUnpackedUnfiltered = defineCheck({
  meta: {
    id: "archive-unpacked-unfiltered",
    code: "PV-CODE-704",
    title: "An archive is unpacked without a filter",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-22",
      "CWE-59",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.002",
    ],
    why: "A member named `../../.bashrc`, or a link that points outside, overwrites files of the user who unpacks the data set.",
    mend: 'Pass `filter="data"` (Python 3.12, and the security releases of 3.8 to 3.11), or check each name before it is written.',
    blind:
      "Python 3.14 filters tar archives by default; which version will run is not looked up. `extractall` of tar has a check of its own.",
    references: ["CVE-2007-4559", "CVE-2024-12718", "https://peps.python.org/pep-0706/"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import shutil\nshutil.unpack_archive("data.tar.gz", "data")\n' }],
      clean: [
        { code: 'import shutil\nshutil.unpack_archive("data.tar.gz", "data", filter="data")\n' },
      ],
    },
  },
  run: (view, report) => {
    reportShutil(view, report);
    for (const call of view.calls(
      "tarfile.open().extract",
      "tarfile.TarFile().extract",
      "tarfile.TarFile.open().extract",
    )) {
      if (!isFiltered(call, 5))
        report(call, {
          severity: "low",
          confidence: "medium",
          message: "A member of a tar archive is written where the archive says",
        });
    }
    for (const call of view.calls(
      "zipfile.ZipFile().extractall",
      "zipfile.ZipFile().extract",
      "py7zr.SevenZipFile().extractall",
      "rarfile.RarFile().extractall",
      "patoolib.extract_archive",
      "pyunpack.Archive().extractall",
      "torchvision.datasets.utils.extract_archive",
    )) {
      const isRemote = call.node.func.kind === "Attribute" && isDownload(call, view);
      report(call, isRemote ? { ...careful, audience: "default" } : careful);
    }
    for (const call of view.calls("keras.utils.get_file")) {
      const unpacks =
        call.argument(7, "extract")?.truth() === true ||
        call.argument(2, "untar")?.truth() === true;
      const hasHash = [call.keyword("file_hash"), call.keyword("md5_hash")].some(
        (hash) => hash !== undefined && !hash.is(null),
      );
      if (unpacks && !hasHash) {
        report(call, {
          severity: "low",
          message: "get_file downloads and unpacks an archive that no hash vouches for",
        });
      }
    }
  },
});
