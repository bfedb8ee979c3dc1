import joblib
from huggingface_hub import hf_hub_download


def model_file() -> str:
    return hf_hub_download(repo_id="someone/spam-filter", filename="model.joblib")


def is_spam(text: str) -> bool:
    model = joblib.load(model_file())  # sink
    return bool(model.predict([text])[0])
