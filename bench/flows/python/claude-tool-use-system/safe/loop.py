import os
import shlex

from anthropic import Anthropic

client = Anthropic(timeout=60)
tools = [
    {
        "name": "count_lines",
        "description": "Counts the lines of a file",
        "input_schema": {"type": "object", "properties": {"path": {"type": "string"}}},
    }
]


def count_lines(path: str) -> str:
    return str(os.system(f"wc -l -- {shlex.quote(path)}"))


def converse(messages: list[dict], turns: int = 5) -> None:
    for _ in range(turns):
        response = client.messages.create(
            model="claude-sonnet-4-5", max_tokens=1024, tools=tools, messages=messages
        )
        if response.stop_reason != "tool_use":
            return
        for block in response.content:
            match block.type:
                case "tool_use":
                    result = count_lines(block.input["path"])
                    messages.append({"role": "user", "content": result})
                case "text":
                    print(block.text)
