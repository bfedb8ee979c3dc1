#!/usr/bin/env python3
import subprocess

import litellm


def message_for(diff: str) -> str:
    response = litellm.completion(
        model="gpt-4o-mini",
        messages=[
            {"role": "system", "content": "Write a one-line commit message."},
            {"role": "user", "content": diff},
        ],
        max_tokens=60,
        timeout=20,
    )
    return response["choices"][0]["message"]["content"].strip()


def main() -> None:
    diff = subprocess.run(["git", "diff", "--staged"], capture_output=True, text=True).stdout
    message = message_for(diff)
    subprocess.check_call(f'git commit -m "{message}"', shell=True)  # sink


if __name__ == "__main__":
    main()
