import { checkCases } from "../../testing/check-cases.ts";
import { tryExceptPass } from "./try-except-pass.ts";

checkCases(tryExceptPass, {
  found: [
    "for x in y:\n  try:\n    f()\n  except:\n    pass",
    "for x in y:\n  try:\n    f()\n  except Exception as e:\n    pass",
  ],
  clean: [
    "for x in y:\n  try:\n    f()\n  except ValueError:\n    pass",
    "for x in y:\n  try:\n    f()\n  except Exception:\n    log()\n    pass",
  ],
});
