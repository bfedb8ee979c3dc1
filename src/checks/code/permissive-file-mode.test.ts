import { checkCases } from "../../testing/check-cases.ts";
import { permissiveFileMode } from "./permissive-file-mode.ts";

checkCases(permissiveFileMode, {
  found: [
    "import os\nos.chmod(p, 0o777)",
    "p.chmod(0o666)",
    "import os\nMODE = 0o755\nos.chmod(p, mode=MODE)",
    "import os\nos.fchmod(fd, 0x1ff)",
  ],
  clean: ["import os\nos.chmod(p, 0o600)", "import os\nos.chmod(p, mode)", "os.chmod()"],
});
