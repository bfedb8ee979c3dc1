import { generateText } from "ai";
import { google } from "@ai-sdk/google";
import type { MovieRepo } from "./repo";

export class MovieService {
  constructor(private repo: MovieRepo) {}

  async find(wish: string) {
    const { text } = await generateText({
      model: google("gemini-1.5-flash"),
      system: "By which column should the movies be ordered? title or year",
      prompt: wish,
    });
    return this.repo.list({ order: text.trim() });
  }
}
