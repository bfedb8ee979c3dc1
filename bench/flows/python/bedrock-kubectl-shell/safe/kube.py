import json
import re
import subprocess

import boto3

bedrock = boto3.client("bedrock-runtime")


def decide(alert: str) -> tuple[str, str]:
    body = {"anthropic_version": "bedrock-2023-05-31", "max_tokens": 200}
    body["messages"] = [{"role": "user", "content": f"verb and pod as JSON for {alert}"}]
    response = bedrock.invoke_model(modelId="anthropic.claude-v3", body=json.dumps(body))
    payload = json.loads(response["body"].read())
    decision = json.loads(payload["content"][0]["text"])
    return decision["verb"], decision["pod"]


def act(alert: str) -> str:
    verb, pod = decide(alert)
    if verb not in {"describe", "logs"} or not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,62}", pod):
        raise ValueError("refused")
    command = ["kubectl", verb, "pod", pod, "-n", "production"]
    return subprocess.run(command, capture_output=True, text=True).stdout
