import json
import pathlib

import boto3
import yaml

bedrock = boto3.client("bedrock-runtime", region_name="eu-central-1")


def invoke(prompt: str) -> dict:
    response = bedrock.invoke_model(
        modelId="anthropic.claude-3-haiku-20240307-v1:0",
        body=json.dumps({
            "anthropic_version": "bedrock-2023-05-31",
            "max_tokens": 1024,
            "messages": [{"role": "user", "content": prompt}],
        }),
    )
    return json.loads(response["body"].read())


def draft(goal: str) -> str:
    payload = invoke(f"Write a pipeline as YAML with the keys name, steps and schedule.\n\nGoal: {goal}")
    text = payload["content"][0]["text"]
    return text.removeprefix("```yaml").removesuffix("```")


def main() -> None:
    goal = pathlib.Path("goal.md").read_text(encoding="utf-8")
    pipeline = yaml.load(draft(goal), Loader=yaml.Loader)  # sink
    for number, step in enumerate(pipeline["steps"], start=1):
        print(number, step)


if __name__ == "__main__":
    main()
