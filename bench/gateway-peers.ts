// Requests a second through Pavise's gateway and through others, before the same server of models on
// loopback, in turns, three rounds each:
//
//   node bench/gateway-peers.ts --portkey PATH/start-server.js --litellm PATH/litellm [--requests 3000]
//
// Neither judges anything here, and nor does Pavise. PATHs are installations of `@portkey-ai/gateway` and of
// `litellm[proxy]` (not its releases 1.82.7 and 1.82.8, which carried malware).
import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { httpLoad } from "./support/http-load.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { fail, repository, withFolder } from "./support/tools.ts";

const { values } = parseArgs({
  options: {
    portkey: { type: "string" },
    litellm: { type: "string" },
    requests: { type: "string", default: "3000" },
  },
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Peer {
  readonly name: string;
  readonly port: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Requests in a round: slower ones get fewer. */
  readonly requests: number;
  readonly rates: number[];
}

const running: ChildProcess[] = [];
const body = JSON.stringify({
  model: "bench",
  messages: [{ role: "user", content: "We run a small bakery with three shops. ".repeat(50) }],
});

function start(program: string, args: readonly string[], env: Record<string, string> = {}): void {
  running.push(
    spawn(program, args, { cwd: repository, stdio: "ignore", env: { ...process.env, ...env } }),
  );
}

/** Waits until it answers as it should. */
async function ready({ name, port, headers }: Peer): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer bench", ...headers },
      body,
    }).catch(() => undefined);
    const text = await answer?.text().catch(() => "");
    if (answer?.status === 200 && text?.includes("quick brown fox") === true) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  fail(`${name} did not answer`);
}

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[list.length >> 1]!;

await withFolder(async (folder) => {
  try {
    const model = await new Promise<number>((resolve) => {
      const child = spawn(process.execPath, [join("bench", "support", "model-server.ts")], {
        cwd: repository,
        stdio: ["ignore", "pipe", "ignore"],
      });
      running.push(child);
      child.stdout.once("data", (data: Buffer) => resolve(Number(data.toString())));
    });
    const url = `http://127.0.0.1:${model}/v1`;
    const requests = Number(values.requests);
    const peers: Peer[] = [];
    async function add(peer: Omit<Peer, "rates" | "port">, run: (port: number) => void) {
      const port = await freePort();
      run(port);
      const made: Peer = { ...peer, port, rates: [] };
      await ready(made);
      peers.push(made);
    }
    await add({ name: "Pavise", headers: {}, requests: 4 * requests }, (port) => {
      const file = join(folder, "gateway.yaml");
      writeFileSync(
        file,
        `listen: {port: ${port}}\nguards: {enabled: false}\nupstreams:\n  - {name: bench, url: "${url}"}\n`,
      );
      start(process.execPath, ["src/cli/main.ts", "gateway", "--quiet", "--config", file]);
    });
    const { portkey, litellm } = values;
    if (portkey !== undefined)
      await add(
        {
          name: "Portkey",
          headers: { "x-portkey-provider": "openai", "x-portkey-custom-host": url },
          requests,
        },
        (port) => start(process.execPath, [portkey, `--port=${port}`, "--headless"]),
      );
    if (litellm !== undefined)
      await add({ name: "LiteLLM", headers: {}, requests: Math.ceil(requests / 4) }, (port) => {
        const file = join(folder, "litellm.yaml");
        writeFileSync(
          file,
          `model_list:\n  - model_name: bench\n    litellm_params: {model: openai/bench, api_base: "${url}", api_key: x}\n`,
        );
        start(litellm, ["--config", file, "--port", String(port), "--host", "127.0.0.1"], {
          LITELLM_DANGEROUSLY_PERMIT_WEAK_OR_UNSET_MASTER_KEY: "true",
        });
      });
    printMachine();
    for (let round = 0; round < 4; round++)
      for (const { name, port, headers, requests: count, rates } of peers) {
        const load = await httpLoad({
          url: new URL(`http://127.0.0.1:${port}/v1/chat/completions`),
          body: () => body,
          requests: count,
          parallel: 16,
          headers,
        });
        // The first round is for the compiler.
        if (round > 0) rates.push(load.requests / load.seconds);
        console.error(
          `${name}: ${(load.requests / load.seconds).toFixed(0)}/s, ${load.failures} failed`,
        );
      }
    const ours = median(peers[0]!.rates);
    printTable(
      ["whole answers, 16 at a time", "requests/s", "Pavise is"],
      peers.map(({ name, rates }) => [
        name,
        median(rates).toFixed(0),
        `× ${(ours / median(rates)).toFixed(1)}`,
      ]),
    );
    for (const { name, rates } of peers.slice(1)) {
      const bar = name === "Portkey" ? 8 : 20;
      const ratio = ours / median(rates);
      printBar(`× ${ratio.toFixed(1)} ${name}`, ratio >= bar, `≥ ${bar} ×`);
    }
  } finally {
    for (const child of running) child.kill();
  }
});
