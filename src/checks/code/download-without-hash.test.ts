import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { downloadWithoutHash } from "./download-without-hash.ts";

checkCases(downloadWithoutHash, {
  found: [
    'import gdown\ngdown.download(id="1abc", output="weights.pt")',
    'import urllib.request\nurllib.request.urlretrieve("https://models.example.com/net.pt", "net.pt")',
    "import pooch\npooch.retrieve(url, None)",
    "import tensorflow as tf\ntf.keras.utils.get_file('x', origin=url)",
    "from torch.hub import load_state_dict_from_url as fetch\nfetch(url, progress=True)",
    "import torch\ntorch.hub.load_state_dict_from_url(url, check_hash=False)",
    "import torch\ntorch.hub.download_url_to_file(\n    url,\n    'x.pth',\n)",
    "from torchvision.datasets.utils import download_url\ndownload_url(url, root)",
  ],
  clean: [
    'import hashlib\nurllib.request.urlretrieve("https://models.example.com/net.pt", "net.pt")\nhashlib.sha256(b)',
    'import urllib.request\nurllib.request.urlretrieve("https://example.com/logo.png", "a.png")',
    "import pooch\npooch.retrieve(url, known_hash=HASH)",
    "import keras\nkeras.utils.get_file('x', origin=url, file_hash=h)",
    "import torch\ntorch.hub.load_state_dict_from_url(url, check_hash=True)",
    "import torch\ntorch.hub.load_state_dict_from_url(url, **options)",
    "import torch\ntorch.hub.download_url_to_file(url, p, hash_prefix)",
    "from mylib import get_file\nget_file('x', url)",
  ],
});

test("is loud only where no hash is a decision", () => {
  const of = (code: string) => runCheck(downloadWithoutHash, { code })[0]?.details;
  expect(of("import pooch\npooch.retrieve(u, known_hash=None)")?.severity).toBeUndefined();
  expect(of("import keras\nkeras.utils.get_file('x', u)")).toMatchObject({
    severity: "low",
    audience: "pedantic",
  });
});
