"""The HTTP API: one application, a batch, a what-if, and the assistant."""

import logging
import sqlite3

import pandas as pd
from flask import Flask, abort, render_template_string, request

from . import assistant, data, model_store, settings

log = logging.getLogger(__name__)
app = Flask(__name__)
app.secret_key = settings.SESSION_SECRET
FEATURES = data.COLUMNS[:-1]


def database():
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(settings.DATA_DIR / "decisions.db")
    db.execute("CREATE TABLE IF NOT EXISTS decisions (purpose TEXT, amount REAL, risk REAL, decision TEXT)")
    return db


def decide(application, risk, extra=None):
    """The rules of the desk come after the model; a rule that is true refers the case."""
    rules = [*settings.CONF.rules, *([extra] if extra else [])]
    if any(eval(rule, {}, {**application, "risk": risk}) for rule in rules):
        return "refer"
    return "approve"


def score(frame, model="credit"):
    return model_store.load(model).predict_proba(frame[FEATURES])[:, 1]


@app.post("/predict")
def predict():
    application = request.get_json()
    log.info("application %s", application)
    assert set(FEATURES) <= set(application), "fields are missing"
    risk = float(score(pd.DataFrame([application]), request.args.get("model", "credit"))[0])
    decision = decide(application, risk)
    with database() as db:
        row = (application["purpose"], application["amount"], risk, decision)
        db.execute("INSERT INTO decisions VALUES (?, ?, ?, ?)", row)
    return {"risk": round(risk, 4), "decision": decision}


@app.post("/what-if")
def what_if():
    """Tries a new rule on one application before it goes into the config."""
    body = request.get_json()
    risk = float(score(pd.DataFrame([body["application"]]))[0])
    return {"risk": round(risk, 4), "decision": decide(body["application"], risk, body["rule"])}


@app.post("/batch")
def batch():
    """A file of applications: CSV from branches, pickled frames from the data team."""
    upload = request.files.get("file") or abort(400)
    frame = pd.read_csv(upload) if upload.filename.endswith(".csv") else pd.read_pickle(upload)
    return {"risk": score(frame).round(4).tolist()}


@app.get("/decisions")
def decisions():
    purpose = request.args.get("purpose", "A43")
    query = f"SELECT amount, risk, decision FROM decisions WHERE purpose = '{purpose}'"
    return database().execute(query).fetchall()


@app.get("/ask")
def ask():
    question = request.args.get("q", "")
    answer = assistant.ask(question, note=request.args.get("note", ""))
    return render_template_string(f"<h1>{question}</h1><p>{answer}</p>")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    app.run(host="0.0.0.0", port=8080, debug=True)
