import io

import pytest

from credit import assistant, data, model_store, serve, settings, train


@pytest.fixture(scope="module", autouse=True)
def trained(tmp_path_factory):
    """A trained model on synthetic rows, away from the working copy."""
    home = tmp_path_factory.mktemp("credit")
    settings.DATA_DIR, settings.MODEL_DIR = home / "data", home / "models"
    settings.DATA_URL = (home / "none.data").as_uri()
    return train.train()


@pytest.fixture
def api():
    return serve.app.test_client()


def application(**changes):
    return {**data.load().drop(columns="bad").iloc[0].to_dict(), **changes}


def test_synthetic_rows_are_repeatable():
    assert data.synthesize(50).equals(data.synthesize(50))
    assert 0.2 < data.load()["bad"].mean() < 0.5


def test_model_ranks_better_than_chance(trained):
    assert trained > 0.65
    assert hasattr(model_store.load(), "predict_proba")


def test_predict_and_decisions(api):
    reply = api.post("/predict", json=application(purpose="A43")).get_json()
    assert 0 <= reply["risk"] <= 1
    assert reply["decision"] in ("approve", "refer")
    assert len(api.get("/decisions?purpose=A43").get_json()) == 1


def test_what_if_rule_refers(api):
    body = {"application": application(amount=500), "rule": "amount < 1000"}
    assert api.post("/what-if", json=body).get_json()["decision"] == "refer"


def test_batch_reads_csv_and_pickle(api):
    frame = data.load().drop(columns="bad").head(3)
    pickled = io.BytesIO()
    frame.to_pickle(pickled)
    uploads = {"a.csv": frame.to_csv(index=False).encode(), "a.pkl": pickled.getvalue()}
    for name, content in uploads.items():
        reply = api.post("/batch", data={"file": (io.BytesIO(content), name)})
        assert len(reply.get_json()["risk"]) == 3


def test_assistant_answers_without_a_key(monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert assistant.ask("How many loans are there?") == len(data.load())
    assert "A43" in assistant.ask("default rate by purpose")
