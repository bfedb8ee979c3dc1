import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { hubDownloadUnpinned } from "./hub-download-unpinned.ts";

const commit = "5c6d1e0b5a7f4e3d2c1b0a9f8e7d6c5b4a3f2e1d";

checkCases(hubDownloadUnpinned, {
  found: [
    'import timm\ntimm.create_model("hf_hub:x/y", pretrained=True)',
    'from modelscope import snapshot_download\nsnapshot_download("x/y")',
    'from faster_whisper import WhisperModel\nWhisperModel("x/y")',
    'from transformers import AutoModel\nfrom flask import request\nAutoModel.from_pretrained(request.args["model"])',
    'snapshot_download(repo_id="u/r")',
    "from transformers import AutoModel as M\nM.from_pretrained('a/b')",
    "import transformers\ntransformers.AutoTokenizer.from_pretrained(\n    'a/b',\n    revision='main',\n)",
    "from datasets import load_dataset as ld\nld('a/b')",
    "from huggingface_hub import hf_hub_download\nhf_hub_download(repo_id='a/b', filename='x.bin')",
    "import huggingface_hub as hub\nhub.snapshot_download('a/b', revision='refs/pr/1')",
    "from transformers import pipeline\npipeline('fill-mask', model='a/b')",
    "from sentence_transformers import SentenceTransformer\nSentenceTransformer('a/b')",
    "from diffusers import DiffusionPipeline\nDiffusionPipeline.from_pretrained('a/b')",
    "from transformers import AutoModel\nkind = AutoModel\nkind.from_pretrained('a/b')",
    "from transformers import AutoModel\nname = 'a/b'\nAutoModel.from_pretrained(name)",
  ],
  clean: [
    'import timm\ntimm.create_model("resnet50", pretrained=True)',
    'from faster_whisper import WhisperModel\nWhisperModel("large-v3")',
    `from transformers import AutoModel\nAutoModel.from_pretrained('a/b', revision='${commit}')`,
    "from transformers import AutoModel\nAutoModel.from_pretrained('./mine')",
    "from transformers import AutoModel\nAutoModel.from_pretrained('a/b', revision=pin)",
    `from datasets import load_dataset\nload_dataset('a/b', revision='${commit.slice(0, 7)}')`,
    "class Net:\n    @classmethod\n    def from_pretrained(cls, p): ...\nNet.from_pretrained('a/b')",
    "from transformers import pipeline\npipeline('fill-mask')",
    "from sentence_transformers import SentenceTransformer\nSentenceTransformer(path)",
    "import seaborn as sns\nsns.load_dataset('iris')",
  ],
});

function details(code: string): unknown {
  return runCheck(hubDownloadUnpinned, { code })[0]?.details;
}

test("names Bandit's rule exactly where Bandit reports", () => {
  const head = "from transformers import AutoModel\n";
  expect(details(`${head}AutoModel.from_pretrained('a/b')`)).not.toHaveProperty("aliases");
  expect(details(`${head}def f(p): AutoModel.from_pretrained(p)`)).toMatchObject({
    audience: "pedantic",
  });
  expect(details(`${head}AutoModel.from_pretrained('C:/models/a')`)).toMatchObject({
    audience: "audit",
  });
  expect(details(`${head}M = AutoModel\nM.from_pretrained('a/b')`)).toMatchObject({ aliases: [] });
  expect(
    details("from peft import PeftModel\nPeftModel.from_pretrained(base, 'a/b')"),
  ).toMatchObject({ aliases: [] });
});

test("says what moves", () => {
  const code = "from datasets import load_dataset\nload_dataset('a/b', revision='v1')";
  expect(details(code)).toMatchObject({ message: expect.stringContaining("`v1`") });
});
