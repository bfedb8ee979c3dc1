import { openai } from "@ai-sdk/openai";
import { convertToModelMessages, streamText } from "ai";

export async function POST(request: Request): Promise<Response> {
  const { messages } = await request.json();
  const system = "You are helpful.";
  const result = streamText({
    model: openai("gpt-4o"),
    system,
    messages: convertToModelMessages(messages),
    maxOutputTokens: 500,
  });
  return result.toUIMessageStreamResponse();
}
