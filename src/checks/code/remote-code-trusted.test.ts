import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { remoteCodeTrusted } from "./remote-code-trusted.ts";

checkCases(remoteCodeTrusted, {
  found: [
    "from transformers import AutoModel as M\nM.from_pretrained('a/b', trust_remote_code=True)",
    "from transformers import pipeline\npipeline('text-generation', model='a/b', trust_remote_code=True)",
    "from datasets import load_dataset\nload_dataset('a/b', trust_remote_code=True)",
    "from sentence_transformers import SentenceTransformer\nSentenceTransformer(\n    'a/b',\n    trust_remote_code=True,\n)",
    "from vllm import LLM\nLLM(model='a/b', trust_remote_code=True)",
    "options = {'trust_remote_code': True}\nload(**options)",
    "from langchain_huggingface import HuggingFaceEmbeddings\nHuggingFaceEmbeddings(model_name='a/b', model_kwargs={'trust_remote_code': True})",
    "YES = True\nload('a/b', trust_remote_code=YES)",
    "def load(name, *, trust_remote_code=True): ...",
    "kwargs['trust_remote_code'] = True",
    "config.trust_remote_code = True",
    "class C:\n    trust_remote_code: bool = True",
    "parser.add_argument('--trust-remote-code', default=True)",
    "import datasets\nif args.trust_remote_code:\n    datasets.config.HF_DATASETS_TRUST_REMOTE_CODE = True",
  ],
  clean: [
    "load('a/b', trust_remote_code=False)",
    "def load(n, trust_remote_code=False):\n    return get(n, trust_remote_code=trust_remote_code)",
    "def load(n, trust_remote_code: bool | None = None): ...",
    "options = {'trust_remote_code': False}\nload(**options)",
    "parser.add_argument('--trust-remote-code', action='store_true')",
    "'''load('a/b', trust_remote_code=True)'''",
    "load('a/b', trust_remote_code=args.trust_remote_code)",
  ],
});

function severityOf(call: string): unknown {
  return runCheck(remoteCodeTrusted, {
    code: `def f(name):\n    M.from_pretrained${call.slice(1)}`,
  })[0]?.details.severity;
}

test("what is named and pinned decides how bad it is", () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  expect(severityOf("g('a/b', trust_remote_code=True)")).toBe("high");
  expect(severityOf("g('a/b', revision='main', trust_remote_code=True)")).toBe("high");
  expect(severityOf(`g('a/b', revision='${commit}', trust_remote_code=True)`)).toBe("medium");
  expect(
    severityOf(`g('a/b', revision='${commit}', code_revision='${commit}', trust_remote_code=True)`),
  ).toBe("low");
  expect(severityOf("g(name, trust_remote_code=True)")).toBe("medium");
  expect(severityOf("g('./mine', trust_remote_code=True)")).toBe("low");
});

test("a dict that is unpacked into a call is one finding", () => {
  const code = "options = {'trust_remote_code': True}\nload('a/b', **options)";
  expect(runCheck(remoteCodeTrusted, { code })).toHaveLength(1);
});
