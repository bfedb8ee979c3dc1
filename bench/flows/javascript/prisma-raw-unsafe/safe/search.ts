import { PrismaClient } from "@prisma/client";
import { generateText } from "ai";
import { mistral } from "@ai-sdk/mistral";

const prisma = new PrismaClient();

export class ProductSearch {
  private condition = "true";

  async understand(wish: string): Promise<this> {
    const result = await generateText({
      model: mistral("mistral-small-latest"),
      prompt: `The product's name in: ${wish}`,
      maxOutputTokens: 80,
    });
    this.condition = result.text;
    return this;
  }

  run(): Promise<unknown> {
    return prisma.$queryRaw`SELECT * FROM product WHERE name = ${this.condition}`;
  }
}
