"""Adds up a receipt that somebody pasted into a text file."""
import sys

from openai import OpenAI

client = OpenAI()


def main() -> None:
    with open("receipt.txt", encoding="utf-8") as handle:
        receipt = handle.read()
    completion = client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Reply with the total of the receipt and nothing else."},
            {"role": "user", "content": receipt},
        ],
    )
    answer = completion.choices[0].message.content.strip()
    total = eval(answer)  # sink
    print(f"total: {total:.2f}", file=sys.stdout)


if __name__ == "__main__":
    main()
