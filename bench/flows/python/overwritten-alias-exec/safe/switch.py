from openai import OpenAI

RUN_GENERATED = True
client = OpenAI(timeout=20)
execute = exec


def write(task: str) -> str:
    return client.responses.create(
        model="gpt-5-mini", input=task, max_output_tokens=300
    ).output_text


def main(task: str) -> None:
    source = write(task)
    print(source)
    source = "print('reviewed')"
    if RUN_GENERATED:
        execute(source)
