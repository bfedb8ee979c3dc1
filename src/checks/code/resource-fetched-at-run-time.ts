import { defineCheck } from "../define.ts";

const fetchers = [
  "nltk.download",
  "nltk.downloader.download",
  "spacy.cli.download",
  "spacy.cli.download.download",
  "stanza.download",
  "textblob.download_corpora.download_all",
  "gensim.downloader.load",
  "tensorflow_datasets.load",
  "sklearn.datasets.fetch_openml",
  "torchtext.utils.download_from_url",
  "gdown.download",
  "wget.download",
] as const;

export const resourceFetchedAtRunTime = defineCheck({
  meta: {
    id: "resource-fetched-at-run-time",
    code: "PV-CODE-206",
    title: "Data or models are downloaded when the program runs",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: [],
    controls: [
      "CWE-494",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.002",
    ],
    why: "What is fetched may be other than yesterday, and a server that is down or taken over reaches into production.",
    mend: "Fetch when the image is built, by version and with a hash, and ship the files.",
    blind: "Downloads through other libraries, or by hand.",
    references: ["CVE-2024-39705"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import nltk\nnltk.download("punkt")\n' }],
      clean: [{ code: 'import nltk\nnltk.data.path.append("/opt/nltk_data")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...fetchers)) report(call);
  },
});
