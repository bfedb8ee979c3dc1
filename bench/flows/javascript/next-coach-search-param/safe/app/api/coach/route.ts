import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";
import { NextRequest, NextResponse } from "next/server";

const coaches: Record<string, string> = {
  running: "You coach runners. Never give medical advice.",
  rowing: "You coach rowers. Never give medical advice.",
};

export async function POST(req: NextRequest) {
  const sport = req.nextUrl.searchParams.get("sport") ?? "running";
  const { question } = await req.json();
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    system: Object.hasOwn(coaches, sport) ? coaches[sport] : coaches.running,
    prompt: question,
  });
  return NextResponse.json({ text });
}
