import json

import ollama


def main() -> None:
    pieces = []
    stream = ollama.chat(
        model="qwen2.5-coder",
        messages=[{"role": "user", "content": "Answer with a JSON list of five hex colours."}],
        stream=True,
    )
    for chunk in stream:
        piece = chunk["message"]["content"]
        print(piece, end="", flush=True)
        pieces.append(piece)
    palette = json.loads("".join(pieces))
    print(json.dumps(palette))


if __name__ == "__main__":
    main()
