import { checkCases } from "../../testing/check-cases.ts";
import { langchainLoadUntrusted } from "./langchain-load-untrusted.ts";

checkCases(langchainLoadUntrusted, {
  found: [
    "from langchain_core.load.load import loads\nloads(body)",
    "from langchain_core import load as lc\nlc.load(data, secrets_from_env=True)",
    "import langchain_core.load\nlangchain_core.load.loads(\n  text,\n)",
  ],
  clean: [
    "from langchain_core.load import loads, dumps\nloads(dumps(x))",
    "from json import loads\nloads(body)",
    "from langchain_core.load import loads\nloads('{\"lc\": 1}')",
  ],
});
