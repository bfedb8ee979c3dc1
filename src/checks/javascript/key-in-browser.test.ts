import { checkCases } from "../../testing/check-cases.ts";
import { keyInBrowser } from "./key-in-browser.ts";

checkCases(keyInBrowser, {
  found: [
    "new OpenAI({ apiKey, dangerouslyAllowBrowser: true })",
    "const o = { dangerouslyAllowBrowser: true };",
  ],
  clean: [
    "new OpenAI({ apiKey, dangerouslyAllowBrowser: isTest })",
    "new OpenAI({ apiKey, dangerouslyAllowBrowser: false })",
    "if (!options.dangerouslyAllowBrowser) throw new Error('dangerouslyAllowBrowser: true')",
  ],
});
