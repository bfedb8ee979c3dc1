import os
import traceback

from openai import OpenAI

AUTO_FIX = True
client = OpenAI(timeout=20)


def suggestion(trace: str) -> str:
    response = client.responses.create(
        model="gpt-5-mini",
        instructions="Answer with one shell command that repairs the environment.",
        input=trace,
        max_output_tokens=60,
    )
    return response.output_text


def guarded(function) -> None:
    try:
        function()
    except ImportError:
        hint = suggestion(traceback.format_exc())
        print("hint:", hint)
        if AUTO_FIX:
            os.system(hint)  # sink
