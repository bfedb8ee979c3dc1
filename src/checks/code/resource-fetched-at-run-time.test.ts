import { checkCases } from "../../testing/check-cases.ts";
import { resourceFetchedAtRunTime } from "./resource-fetched-at-run-time.ts";

checkCases(resourceFetchedAtRunTime, {
  found: [
    "import nltk\nnltk.download('punkt', quiet=True)",
    "from spacy.cli import download\ndownload('en_core_web_sm')",
    "import stanza as s\ns.download('en')",
    "from sklearn.datasets import fetch_openml\nfetch_openml('mnist_784')",
  ],
  clean: [
    "import spacy\nspacy.load('en_core_web_sm')",
    "import nltk\nnltk.word_tokenize(t)",
    "s3.download('x')",
  ],
});
