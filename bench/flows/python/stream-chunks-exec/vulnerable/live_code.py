import json

import ollama


def main() -> None:
    pieces = []
    stream = ollama.chat(
        model="qwen2.5-coder",
        messages=[{"role": "user", "content": "Write Python that sets `palette` to five hex colours."}],
        stream=True,
    )
    for chunk in stream:
        piece = chunk["message"]["content"]
        print(piece, end="", flush=True)
        pieces.append(piece)
    scope: dict = {}
    exec("".join(pieces), scope)  # sink
    print(json.dumps(scope["palette"]))


if __name__ == "__main__":
    main()
