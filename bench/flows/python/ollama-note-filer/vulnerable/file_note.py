import json
from pathlib import Path

import ollama

NOTES = Path.home() / "notes"


def suggest(note: str) -> dict:
    reply = ollama.chat(
        model="llama3.2",
        format="json",
        messages=[
            {"role": "system", "content": 'Answer {"file": "<folder>/<name>.md", "title": "..."}'},
            {"role": "user", "content": note},
        ],
    )
    return json.loads(reply["message"]["content"])


def main() -> None:
    note = Path("inbox.txt").read_text(encoding="utf-8")
    suggestion = suggest(note)
    target = NOTES / suggestion["file"]
    target.parent.mkdir(parents=True, exist_ok=True)  # sink
    target.write_text(f"# {suggestion['title']}\n\n{note}", encoding="utf-8")  # sink
    print("filed")


if __name__ == "__main__":
    main()
