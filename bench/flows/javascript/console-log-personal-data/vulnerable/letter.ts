import { openai } from "@ai-sdk/openai";
import { generateText } from "ai";

interface Customer {
  readonly id: number;
  readonly email: string;
  readonly phoneNumber: string;
}

function promptFor({ email, phoneNumber }: Customer): string {
  return `Ask ${email} (${phoneNumber}) for a date`;
}

export async function letter(customer: Customer): Promise<string> {
  const prompt = promptFor(customer);
  console.log("prompt", prompt); // sink
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    prompt,
    maxOutputTokens: 200,
  });
  return text;
}
