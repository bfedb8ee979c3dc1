import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";

const client = new BedrockRuntimeClient({ region: "eu-central-1" });

async function converse(text: string): Promise<string> {
  const response = await client.send(
    new ConverseCommand({
      modelId: "anthropic.claude-3-haiku-20240307-v1:0",
      messages: [{ role: "user", content: [{ text }] }],
      inferenceConfig: { maxTokens: 200 },
    }),
  );
  return response.output?.message?.content?.[0]?.text ?? "";
}

function evaluate(source: string): unknown {
  return JSON.parse(source);
}

export async function table(contract: string): Promise<unknown> {
  return evaluate(await converse(`The discounts as an object: ${contract}`));
}
