import argparse

from anthropic import Anthropic

from evals import Suite


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--model", default="claude-3-5-haiku-latest")
    args = ap.parse_args()
    suite = Suite.from_url("https://evals.example.org/suites/arithmetic.yaml")
    client = Anthropic()
    good = 0
    for case in suite.cases:
        msg = client.messages.create(
            model=args.model, max_tokens=50, messages=[{"role": "user", "content": case["input"]}]
        )
        good += case["expected"] in msg.content[0].text
    print(f"{suite.name}: {good}/{len(suite.cases)}")


if __name__ == "__main__":
    main()
