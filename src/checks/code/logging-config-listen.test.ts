import { checkCases } from "../../testing/check-cases.ts";
import { loggingConfigListen } from "./logging-config-listen.ts";

checkCases(loggingConfigListen, {
  found: ["from logging.config import listen\nlisten()"],
  clean: ["import logging.config\nlogging.config.listen(9999, verify=check)\n"],
});
