import Handlebars from "handlebars";
import { ChatAnthropic } from "@langchain/anthropic";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";

const chain = ChatPromptTemplate.fromTemplate("A Handlebars mail about {subject}")
  .pipe(new ChatAnthropic({ model: "claude-haiku-4-5", maxTokens: 400 }))
  .pipe(new StringOutputParser());

export async function mail(subject: string, name: string): Promise<string> {
  const source = await chain.invoke({ subject });
  const template = Handlebars.compile("Dear {{name}}, {{source}}");
  return template({ name, source });
}
