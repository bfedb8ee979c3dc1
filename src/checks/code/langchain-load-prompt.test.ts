import { checkCases } from "../../testing/check-cases.ts";
import { langchainLoadPrompt } from "./langchain-load-prompt.ts";

checkCases(langchainLoadPrompt, {
  found: [
    'from langchain.chains import load_chain\nload_chain("lc://chains/x/chain.json")',
    "from langchain.prompts import load_prompt as lp\nlp(args.path)",
    "import langchain_core.prompts as p\np.loading.load_prompt_from_config(config)",
    "from langchain.prompts import load_prompt\nload_prompt('lc://prompts/x.json')",
  ],
  clean: [
    "from langchain.prompts import load_prompt\nload_prompt('a.yaml')",
    "PATH = 'a.yaml'\nfrom langchain.prompts import load_prompt\nload_prompt(PATH)",
    "from mine import load_prompt\nload_prompt(p)",
  ],
});
