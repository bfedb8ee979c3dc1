import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { GoogleGenAI } from "@google/genai";

const ai = new GoogleGenAI({});
const execute = promisify(execFile);

async function optionsFor(wish) {
  const response = await ai.models.generateContent({
    model: "gemini-2.5-flash",
    contents: `ffmpeg options for: ${wish}`,
    config: { maxOutputTokens: 80 },
  });
  return response.text.trim().split(/\s+/);
}

export async function clip(input, wish) {
  const options = await optionsFor(wish);
  await execute("ffmpeg", ["-i", "in.mp4", ...options, "out.mp4"]); // sink
  return execute("ffprobe", ["out.mp4"]);
}
