import traceback

import ollama

PROGRAM = "print(sum(range(10)) / 0)"


def fix(source: str, error: str) -> str:
    answer = ollama.chat(
        model="qwen2.5-coder",
        messages=[{"role": "user", "content": f"Fix this:\n{source}\nError:\n{error}"}],
        options={"num_predict": 400},
    )
    return answer["message"]["content"]


def run_until_it_works(source: str, attempts: int = 4) -> None:
    while attempts:
        try:
            exec(source)  # sink
        except Exception:
            source = fix(source, traceback.format_exc())
            attempts -= 1
        else:
            break


run_until_it_works(PROGRAM)
