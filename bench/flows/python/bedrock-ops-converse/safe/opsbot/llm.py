import boto3


class Advisor:
    MODEL_ID = "anthropic.claude-3-5-haiku-20241022-v1:0"

    def __init__(self, region="eu-central-1"):
        self._rt = boto3.client("bedrock-runtime", region_name=region)

    def suggest(self, symptom, limit=200):
        reply = self._rt.converse(
            modelId=self.MODEL_ID,
            system=[{"text": "You propose one diagnostic command for a Linux host."}],
            messages=[{"role": "user", "content": [{"text": symptom}]}],
            inferenceConfig={"maxTokens": limit},
        )
        return reply["output"]["message"]["content"][0]["text"]
