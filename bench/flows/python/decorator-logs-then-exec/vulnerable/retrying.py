import functools

from openai import OpenAI

client = OpenAI(timeout=30)


def retry(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for _ in range(3):
            try:
                return function(*args, **kwargs)
            except ConnectionError:
                continue
        raise TimeoutError

    return wrapper


@retry
def write_program(task: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o", max_tokens=500, messages=[{"role": "user", "content": task}]
    )
    return completion.choices[0].message.content


exec(write_program("Print the first ten primes"))  # sink
