import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";

const Site = z.object({ files: z.array(z.object({ name: z.string(), text: z.string() })) });
const NAME = /^[a-z]{1,30}\.html$/;
const OUT = "dist";

async function design(brief: string) {
  const completion = await new OpenAI().beta.chat.completions.parse({
    model: "gpt-4o",
    messages: [{ role: "user", content: `A small web site: ${brief}` }],
    response_format: zodResponseFormat(Site, "site"),
  });
  return completion.choices[0].message.parsed!.files;
}

export async function build(brief: string) {
  await mkdir(OUT, { recursive: true });
  for (const { name, text } of await design(brief)) {
    const base = path.basename(name);
    if (!NAME.test(base)) continue;
    await writeFile(path.join(OUT, base), text);
  }
}

build(process.argv[2]).then(() => console.log("done", NAME.source));
