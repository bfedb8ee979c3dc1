import { checkCases } from "../../testing/check-cases.ts";
import { keyPrinted } from "./key-printed.ts";

checkCases(keyPrinted, {
  found: [
    "print(f\"API key: {os.environ['OPENAI_API_KEY']}\")",
    'import logging, openai\nlogging.info("using key %s", openai.api_key)',
    'logger.debug("password is " + password)',
    'import os\nprint(os.getenv("HF_ACCESS_TOKEN"))',
    'self.logger.info("{}".format(self.client_secret))',
  ],
  clean: [
    "def f(api_key):\n    _api_key = api_key\n    _api_key = _api_key[:8] + '*'\n    print(_api_key)",
    "password = mask(secret)\nprint(password)",
    'print("api_key missing")',
    'print(f"key: {api_key[:4]}…")',
    "print(len(api_key))",
    'print("set" if api_key else "not set")',
    "print(f'{API_KEY}')",
    "logger.info('%d', total_tokens)",
    "logger.info(key)",
    "print(bool(os.environ.get('OPENAI_API_KEY')))",
  ],
});
