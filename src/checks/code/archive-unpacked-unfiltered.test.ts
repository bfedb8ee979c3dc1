import { checkCases } from "../../testing/check-cases.ts";
import { archiveUnpackedUnfiltered } from "./archive-unpacked-unfiltered.ts";

checkCases(archiveUnpackedUnfiltered, {
  found: [
    "import shutil\nshutil.unpack_archive(p, 'out')",
    "from shutil import unpack_archive as unpack\nunpack(\n    'a.tar.gz',\n    filter='fully_trusted',\n)",
    "import tarfile\nwith tarfile.open(p) as t:\n    t.extract('x')",
    "import zipfile\nwith zipfile.ZipFile(p) as z:\n    z.extractall('out')",
    "import tensorflow as tf\ntf.keras.utils.get_file('x', origin=u, extract=True)",
  ],
  clean: [
    "import shutil\nshutil.unpack_archive(p, 'out', filter='data')",
    "import tarfile\nwith tarfile.open(p) as t:\n    t.extract('x', filter='data')",
    "import keras\nkeras.utils.get_file('x', origin=u, extract=True, file_hash=h)",
    "pattern.extract(p)",
    "import tarfile\ntarfile.open(p).extractall('out')",
  ],
});
