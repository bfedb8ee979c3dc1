import json
import os
import subprocess

from openai import OpenAI

client = OpenAI()


def set_light(room, level):
    return f"{room} is at {level} %"


def set_heating(room, degrees):
    return f"{room} will have {degrees} °C"


def run_backup(target):
    return subprocess.run(["rsync", "-a", os.path.expanduser("~"), target]).returncode


def handle(order):
    with open("tools.json", encoding="utf-8") as handle:
        tools = json.load(handle)
    reply = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": order}], tools=tools
    )
    for call in reply.choices[0].message.tool_calls or []:
        function = globals()[call.function.name]  # sink
        print(function(**json.loads(call.function.arguments)))  # sink


if __name__ == "__main__":
    handle(input("> "))
