import { openai } from "@ai-sdk/openai";
import { convertToModelMessages, streamText } from "ai";

export async function POST(request: Request): Promise<Response> {
  const { messages, system = "You are helpful." } = await request.json();
  const result = streamText({
    model: openai("gpt-4o"),
    system, // sink
    messages: convertToModelMessages(messages),
    maxOutputTokens: 500,
  });
  return result.toUIMessageStreamResponse();
}
