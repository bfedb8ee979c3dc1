import os
import subprocess

from slack_bolt import App

app = App(token=os.environ["SLACK_BOT_TOKEN"])


def ping(host: str) -> str:
    done = subprocess.run(f"ping -c 1 {host} | tail -1", shell=True, capture_output=True, text=True)  # sink
    return done.stdout or "no answer"


@app.event("app_mention")
def on_mention(event, say):
    words = event["text"].split(" ", 2)
    if len(words) > 2 and words[1] == "ping":
        say(ping(words[2].strip()))
    else:
        say("I can only ping.")


if __name__ == "__main__":
    app.start(port=3000)
