import os

from slack_bolt import App

from .jobs import start

app = App(token=os.environ["SLACK_BOT_TOKEN"])


@app.command("/train")
def train(ack, respond, command):
    ack()
    text = command["text"]
    respond(start(text))


if __name__ == "__main__":
    app.start(port=3000)
