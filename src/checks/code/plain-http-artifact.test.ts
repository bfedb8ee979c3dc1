import { checkCases } from "../../testing/check-cases.ts";
import { plainHttpArtifact } from "./plain-http-artifact.ts";

checkCases(plainHttpArtifact, {
  found: [
    "import pandas as pd\npd.read_csv('http://example.com/a.csv')",
    "from pandas import read_parquet as read\nURL = 'http://example.com/a.parquet'\nread(URL)",
    "from urllib.request import urlretrieve\nurlretrieve('http://example.com/w.bin', 'w.bin')",
    "import tensorflow as tf\ntf.keras.utils.get_file('x', origin='http://example.com/x.tgz')",
    "import torch\ntorch.hub.load_state_dict_from_url('http://example.com/w.pth')",
    "from datasets import load_dataset\nload_dataset('csv', data_files={'train': 'http://example.com/t.csv'})",
    "from datasets import load_dataset\nload_dataset('json', data_files=['http://example.com/t.json'])",
    "import requests\nBASE = 'http://example.com'\nrequests.get(f'{BASE}/model.onnx')",
    "import numpy as np\nnp.genfromtxt('ftp://example.com/a.txt')",
  ],
  clean: [
    "import pandas as pd\n# http://a.b\nurls = {'a': urls}\npd.read_csv(urls)",
    "import pandas as pd\npd.read_csv('https://example.com/a.csv')",
    "import pandas as pd\npd.read_csv('http://localhost:8000/a.csv')",
    "import requests\nrequests.get('http://example.com/health')",
    "import pandas as pd\n# http://example.com/a.csv\npd.read_csv('a.csv')",
    "'http://example.com/a.csv'",
    "import requests\nrequests.get('http://127.0.0.1/model.onnx')",
  ],
});
