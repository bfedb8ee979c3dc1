import { checkCases } from "../../testing/check-cases.ts";
import { personalDataLogged } from "./personal-data-logged.ts";

checkCases(personalDataLogged, {
  found: ['import logging\n\n\ndef show(row):\n    logging.info("patient %s", row["ssn"])\n'],
  clean: ['import logging\n\n\ndef show(row):\n    logging.info("order %s", row["total"])\n'],
});
