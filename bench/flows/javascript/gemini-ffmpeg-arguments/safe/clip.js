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
  return response.text.trim().split(/\s+/).slice(0, 2).map(Number);
}

export async function clip(input, wish) {
  const [start, length] = await optionsFor(wish);
  const options = ["-ss", String(start), "-t", String(length)];
  await execute("ffmpeg", ["-i", "in.mp4", ...options, "out.mp4"]);
  return execute("ffprobe", ["out.mp4"]);
}
