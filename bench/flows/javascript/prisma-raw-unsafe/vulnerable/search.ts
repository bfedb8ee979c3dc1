import { PrismaClient } from "@prisma/client";
import { generateText } from "ai";
import { mistral } from "@ai-sdk/mistral";

const prisma = new PrismaClient();

export class ProductSearch {
  private condition = "true";

  async understand(wish: string): Promise<this> {
    const result = await generateText({
      model: mistral("mistral-small-latest"),
      prompt: `An SQL condition over name and price for: ${wish}`,
      maxOutputTokens: 80,
    });
    this.condition = result.text;
    return this;
  }

  run(): Promise<unknown> {
    return prisma.$queryRawUnsafe(`SELECT * FROM product WHERE ${this.condition}`); // sink
  }
}
