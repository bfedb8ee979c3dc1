import json
import os

import requests
from mistralai import Mistral
from slack_bolt import App

app = App(token=os.environ["SLACK_BOT_TOKEN"], signing_secret=os.environ["SLACK_SIGNING"])
mistral = Mistral(api_key=os.environ["MISTRAL_API_KEY"])

TARGETS = {
    "billing": "https://hooks.example.com/billing",
    "support": "https://hooks.example.com/support",
}


def classify(text):
    res = mistral.chat.complete(
        model="mistral-small-latest",
        messages=[
            {"role": "system", "content": 'Route the message. Answer {"target": ...}. ' + json.dumps(TARGETS)},
            {"role": "user", "content": text},
        ],
        response_format={"type": "json_object"},
    )
    return json.loads(res.choices[0].message.content)


def deliver(decision, text):
    url = TARGETS.get(decision.get("target"))
    if url is None:
        url = TARGETS["support"]
    requests.post(url, json={"text": text}, timeout=5)


@app.event("app_mention")
def mention(event, say):
    decision = classify(event["text"])
    deliver(decision, event["text"])
    say("Passed on.")


if __name__ == "__main__":
    app.start(3000)
