from concurrent.futures import ThreadPoolExecutor

from anthropic import Anthropic

claude = Anthropic(timeout=60)


def attempt(number: int) -> str:
    message = claude.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=500,
        temperature=1.0,
        messages=[{"role": "user", "content": f"Attempt {number}: write solve(n) in Python"}],
    )
    return message.content[0].text


def best(count: int) -> int:
    with ThreadPoolExecutor(max_workers=4) as pool:
        futures = [pool.submit(attempt, number) for number in range(count)]
    passed = 0
    for number, future in zip(range(count), futures):
        scope: dict = {"number": number}
        exec(future.result(), scope)  # sink
        passed += scope["solve"](3) == 9
    return passed
