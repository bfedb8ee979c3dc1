import skops.io
from huggingface_hub import hf_hub_download

TRUSTED = ["sklearn.feature_extraction.text.TfidfVectorizer"]
REVISION = "9f2c1f6f4c2b1e0d8a7b6c5d4e3f2a1b0c9d8e7f"


def model_file() -> str:
    return hf_hub_download("someone/spam-filter", "model.skops", revision=REVISION)


def is_spam(text: str) -> bool:
    model = skops.io.load(model_file(), trusted=TRUSTED)
    return bool(model.predict([text])[0])
