import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";
import { NextRequest, NextResponse } from "next/server";

export async function POST(req: NextRequest) {
  const sport = req.nextUrl.searchParams.get("sport") ?? "running";
  const { question } = await req.json();
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    system: `You coach people in ${sport}. Never give medical advice.`, // sink
    prompt: question,
  });
  return NextResponse.json({ text });
}
