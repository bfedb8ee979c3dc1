import pathlib

import cohere

co = cohere.Client()
MANUALS = pathlib.Path("manuals")
FILES = sorted(MANUALS.glob("*.txt"))


def pick(question):
    listing = "\n".join(f"{i}: {f.name}" for i, f in enumerate(FILES))
    res = co.chat(message=f"{listing}\n\nWhich of these files answers: {question}")
    return res.text.strip()


def read(question):
    choice = pick(question)
    path = MANUALS / choice if choice else FILES[0]
    return path.read_text()  # sink


if __name__ == "__main__":
    import sys

    print(read(sys.argv[1]))
