export async function base64(url: string): Promise<string> {
  const response = await fetch(url); // sink
  return Buffer.from(await response.arrayBuffer()).toString("base64");
}
