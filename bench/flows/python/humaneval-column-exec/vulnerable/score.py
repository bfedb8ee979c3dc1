from datasets import load_dataset
from transformers import pipeline

generate = pipeline("text-generation", model="gpt2")


def matches(expected: str, answer: str) -> bool:
    values = eval(expected)  # sink
    return any(str(value) in answer for value in values)


def main() -> None:
    rows = load_dataset("quiz-club/trivia-lists", split="test")
    right = 0
    for row in rows:
        answer = generate(row["question"], max_new_tokens=20)[0]["generated_text"]
        right += matches(row["accepted"], answer)
    print(f"{right / len(rows):.1%}")


if __name__ == "__main__":
    main()
