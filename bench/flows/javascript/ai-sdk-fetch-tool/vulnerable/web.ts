export async function readPage(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: "text/html" } }); // sink
  if (!response.ok) return `status ${response.status}`;
  const html = await response.text();
  return html.replace(/<[^>]+>/g, " ").slice(0, 6000);
}
