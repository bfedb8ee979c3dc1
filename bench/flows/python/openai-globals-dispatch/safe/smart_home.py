import json
import os
import subprocess

from openai import OpenAI

client = OpenAI()
REGISTRY = {}


def tool(function):
    REGISTRY[function.__name__] = function
    return function


@tool
def set_light(room, level):
    return f"{room} is at {level} %"


@tool
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
        function = REGISTRY.get(call.function.name)
        if function is None:
            print("no such tool")
            continue
        print(function(**json.loads(call.function.arguments)))


if __name__ == "__main__":
    handle(input("> "))
