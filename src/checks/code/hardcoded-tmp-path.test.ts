import { checkCases } from "../../testing/check-cases.ts";
import { hardcodedTmpPath } from "./hardcoded-tmp-path.ts";

checkCases(hardcodedTmpPath, {
  found: ['p = "/tmp/x"', 'p = f"/dev/shm/{x}"', 'open("/var/tmp/a")'],
  clean: ['"/tmp docs"', 'p = "x/tmp"', 'p = b"/tmp/x"'],
});
