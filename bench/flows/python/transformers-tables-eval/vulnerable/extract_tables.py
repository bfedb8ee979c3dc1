import ast
import logging
import sys

from transformers import pipeline

logging.basicConfig(level=logging.INFO)
PROMPT = "Give the rows of this table as a Python list of lists.\n\n{table}\n\nRows:"

generator = pipeline("text-generation", model="distilgpt2", max_new_tokens=200)


def rows_of(table):
    prompt = PROMPT.format(table=table)
    raw = generator(prompt)[0]["generated_text"]
    tail = raw[len(prompt):].split("\n\n", 1)[0]
    return eval(tail.strip())  # sink


def main():
    for path in sys.argv[1:]:
        with open(path) as fh:
            rows = rows_of(fh.read())
        logging.info("%d rows", len(rows))


if __name__ == "__main__":
    main()
