import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { downloadExecuted } from "./download-executed.ts";

const commit = "5c6d1e0b5a7f4e3d2c1b0a9f8e7d6c5b4a3f2e1d";

checkCases(downloadExecuted, {
  found: [
    "import joblib\nfrom huggingface_hub import hf_hub_download as get\npath = get('a/b', 'm.pkl')\njoblib.load(path)",
    "import pickle\nfrom huggingface_hub import hf_hub_download\nwith open(hf_hub_download('a/b', 'm.pkl'), 'rb') as f:\n    pickle.load(f)",
    "import os, torch\nfrom huggingface_hub import snapshot_download\nd = snapshot_download('a/b')\ntorch.load(os.path.join(d, 'm.bin'), weights_only=False)",
    "import sys\nfrom huggingface_hub import snapshot_download\nsys.path.insert(0, snapshot_download('a/b'))",
    "import requests\nexec(requests.get(url).text)",
    "import io, cloudpickle, requests\ncloudpickle.load(io.BytesIO(requests.get(u).content))",
    "import pandas as pd\npd.read_pickle('https://example.com/t.pkl')",
    "import joblib, urllib.request\nurllib.request.urlretrieve(URL, 'm.pkl')\nmodel = joblib.load('m.pkl')",
    "import pickle, wget\nwget.download(URL, out='m.pkl')\nmodel = pickle.load(open('m.pkl', 'rb'))",
    "import importlib.util\nfrom huggingface_hub import hf_hub_download\nimportlib.util.spec_from_file_location('m', hf_hub_download('a/b', 'm.py'))",
    "import numpy as np, fsspec\nwith fsspec.open('s3://b/x.npy') as f:\n    np.load(f, allow_pickle=True)",
  ],
  clean: [
    "import joblib\njoblib.load('m.pkl')",
    "import torch\nfrom huggingface_hub import hf_hub_download\ntorch.load(hf_hub_download('a/b', 'm.bin'), weights_only=True)",
    "import numpy as np, requests, io\nnp.load(io.BytesIO(requests.get(u).content))",
    "import json, requests\njson.loads(requests.get(u).text)",
    "import joblib, urllib.request\nurllib.request.urlretrieve(URL, 'rows.csv')\nmodel = joblib.load('m.pkl')",
    "import pickle\nx = x.next(x)\npickle.load(x)",
    "import sys\nsys.path.append('lib')",
  ],
});

test("a commit makes it less bad", () => {
  const code = `import joblib\nfrom huggingface_hub import hf_hub_download\njoblib.load(hf_hub_download('a/b', 'm', revision='${commit}'))`;
  expect(runCheck(downloadExecuted, { code })[0]?.details.severity).toBe("medium");
});
