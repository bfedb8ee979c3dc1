import { checkCases } from "../../testing/check-cases.ts";
import { tryExceptContinue } from "./try-except-continue.ts";

checkCases(tryExceptContinue, {
  found: [
    "for x in y:\n  try:\n    f()\n  except:\n    continue",
    "for x in y:\n  try:\n    f()\n  except Exception as e:\n    continue",
  ],
  clean: [
    "for x in y:\n  try:\n    f()\n  except ValueError:\n    continue",
    "for x in y:\n  try:\n    f()\n  except Exception:\n    log()\n    continue",
  ],
});
