import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { promptLogged } from "./prompt-logged.ts";

checkCases(promptLogged, {
  found: [
    'import logging\nlogging.info(f"prompt: {prompt}, ssn: {ssn}")',
    'import logging\nfrom flask import request\nlogging.info("prompt: %s", request.json["prompt"])',
    'logger.info("User prompt: %s", prompt)',
    'import logging, openai\nlogging.getLogger("llm").info("asking for %s <%s>", user.name, user.email)',
    'self.logger.debug("sent %s", messages)',
    'log.info("%s", user.credit_card, prompt)',
  ],
  clean: [
    'logger.info("%d", len(prompt))',
    'logger.info("prompt sent")',
    'logger.info("tokens %d", prompt_tokens)',
    'logger.info("template %s", prompt_name)',
    'logger.info("model %s", model)',
    "math.log(prompt)",
  ],
});

test("a prompt alone is for those who look closely", () => {
  const details = (code: string) => runCheck(promptLogged, { code })[0]?.details;
  expect(details("logger.info(prompt)")?.audience).toBe("pedantic");
  expect(details("logger.info(prompt, user.email)")?.audience).toBeUndefined();
});
