import { checkCases } from "../../testing/check-cases.ts";
import { tarfileExtractUnfiltered } from "./tarfile-extract-unfiltered.ts";

checkCases(tarfileExtractUnfiltered, {
  found: [
    "tarfile.open(f).extractall()",
    "import tarfile\nwith tarfile.open(p) as t:\n  t.extractall()",
    "import tarfile\nt.extractall(members=safe(t))",
    'import tarfile\nt.extractall(filter="fully_trusted")',
  ],
  clean: [
    'import tarfile\nt.extractall(filter="data")',
    "import tarfile, zipfile\nzipfile.ZipFile(p).extractall()",
    "t.extractall()",
  ],
});
