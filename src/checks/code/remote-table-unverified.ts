import type { PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

const readers = [
  "read_csv",
  "read_json",
  "read_parquet",
  "read_excel",
  "read_table",
  "read_feather",
  "read_xml",
].flatMap((name) =>
  ["pandas", "polars", "dask.dataframe", "modin.pandas"].map((library) => `${library}.${name}`),
);

function isRemote(value: PythonValue | undefined, view: PythonView): boolean {
  if (value === undefined) return false;
  const node = value.origin();
  const items = node.kind === "Dict" ? node.values.map((item) => view.value(item)) : [value];
  const texts = items.flatMap(
    (item) => item.elements()?.map((element) => element.string()) ?? [item.string()],
  );
  return texts.some((text) => /^https:\/\//i.test(text ?? ""));
}

export const remoteTableUnverified = defineCheck({
  meta: {
    id: "remote-table-unverified",
    code: "PV-CODE-703",
    title: "Data is read straight from a URL, whatever it holds on that day",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: [
      "CWE-494",
      "CWE-345",
      "OWASP-LLM05:2026",
      "OWASP-LLM04:2025",
      "OWASP-ML02:2023",
      "ATLAS:AML.T0020",
    ],
    why: "Whoever may change the file, or buys the expired domain, chooses what the model learns.",
    mend: "Keep a copy with a hash (DVC, a bucket with versions, `pooch` with `known_hash`), and read that.",
    blind: "URLs that come from a configuration.",
    references: ["https://arxiv.org/abs/2302.10149"],
    since: "0.1.0",
    examples: {
      found: [
        { code: 'import pandas as pd\ntrain = pd.read_csv("https://example.com/train.csv")\n' },
      ],
      clean: [{ code: 'import pandas as pd\ntrain = pd.read_csv("data/train.csv")\n' }],
    },
  },
  run: (view, report) => {
    for (const call of view.calls(...readers)) if (isRemote(call.positional(0), view)) report(call);
    for (const call of view.calls("datasets.load_dataset")) {
      if (isRemote(call.keyword("data_files"), view)) report(call);
    }
  },
});
