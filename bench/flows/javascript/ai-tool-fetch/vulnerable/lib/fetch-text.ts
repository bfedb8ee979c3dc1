export async function fetchText(url: string): Promise<string> {
  const response = await fetch(url); // sink
  const text = await response.text();
  return text.slice(0, 5000);
}
