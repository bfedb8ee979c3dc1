import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const client = new Client({ name: "pager", version: "0.1.0" });
await client.connect(new StdioClientTransport({ command: "catalogue-server" }));

async function next(after) {
  const result = await client.callTool({ name: "next_page", arguments: { after } });
  return JSON.parse(result.content[0].text);
}

let after = 0;
const pages = [];
while (pages.length < 10) {
  const item = await next(after);
  const number = Number.parseInt(item?.number, 10);
  if (Number.isNaN(number)) break;
  const res = await fetch(`https://catalogue.example.com/pages/${number}`);
  pages.push(await res.text());
  after += 1;
}
console.log(pages.length);
