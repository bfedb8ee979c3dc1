import { checkCases } from "../../testing/check-cases.ts";
import { remoteTableUnverified } from "./remote-table-unverified.ts";

checkCases(remoteTableUnverified, {
  found: [
    "import pandas as pd\npd.read_csv('https://example.com/a.csv', sep=';')",
    "import polars as pl\nURL = 'https://example.com/a.parquet'\npl.read_parquet(URL)",
    "from datasets import load_dataset\nload_dataset('csv', data_files={'train': ['https://example.com/a.csv']})",
  ],
  clean: [
    "import pandas as pd\nurls = {'a': urls}\npd.read_csv(urls)",
    "import pandas as pd\npd.read_csv('a.csv')  # https://example.com",
    "import pandas as pd\npd.read_csv(path)\nURL = 'https://example.com'",
    "import requests\nrequests.get('https://example.com/a.csv')",
  ],
});
