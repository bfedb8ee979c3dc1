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


def explain(attempts: int = 4) -> None:
    while attempts:
        try:
            exec(PROGRAM)
        except Exception:
            advice = fix(PROGRAM, traceback.format_exc())
            print(advice)
            attempts -= 1
        else:
            break


explain()
