import { checkCases } from "../../testing/check-cases.ts";
import { langchainDangerousDeserialization } from "./langchain-dangerous-deserialization.ts";

checkCases(langchainDangerousDeserialization, {
  found: [
    "from langchain_community.vectorstores import FAISS as F\nF.load_local(\n  p,\n  e,\n  allow_dangerous_deserialization=True)",
    "unsafe = True\nload_llm(p, allow_dangerous_deserialization=unsafe)",
    "kw = dict(allow_dangerous_deserialization=True)\nTFIDFRetriever.load_local(p, **kw)",
  ],
  clean: [
    "FAISS.load_local(p, e, allow_dangerous_deserialization=False)",
    "def load(p, *, allow_dangerous_deserialization=False):\n    return cls.load(p, allow_dangerous_deserialization=allow_dangerous_deserialization)",
  ],
});
