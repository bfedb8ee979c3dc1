import json

from openai import OpenAI

from net.transport import call

client = OpenAI(timeout=20)


def execute(goal: str) -> int:
    text = client.responses.create(
        model="gpt-5-mini", input=f"JSON with url and params to {goal}", max_output_tokens=200
    ).output_text
    request = json.loads(text)
    request["url"] = "https://api.example.com/search"
    return call("GET", url=request["url"], params=request["params"]).status_code
