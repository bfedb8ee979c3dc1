// What the gateway costs before a server of models on loopback that answers at once:
//
//   node bench/gateway.ts [--requests 20000] [--memory 500000] [--streams 1000]
//
// CPU is user and system time of the gateway's process by /proc/PID/stat, which other work on the machine
// disturbs least. Latency that is added is measured beside the same load without the gateway.
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { httpLoad, quantile, type Load } from "./support/http-load.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { fail, repository, withFolder } from "./support/tools.ts";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "20000" },
    memory: { type: "string", default: "0" },
    streams: { type: "string", default: "1000" },
    only: { type: "string" },
  },
});
const requests = Number(values.requests);

/** About 2 kB of ordinary English, as somebody asks it. */
const prompt = [
  "We run a small bakery with three shops and would like to plan next month's purchases. ",
  "Last year we sold about 1,200 loaves a week in the first shop, 800 in the second and 450 in the third; ",
  "in December the numbers rise by a third. Flour costs 0.62 a kilogram when bought by the tonne. ",
  "Please make a table with the weeks in rows and the shops in columns, and say what we should order and when. ",
]
  .join("")
  .repeat(5)
  .slice(0, 2048);

let count = 0;

/** No prompt comes twice, since the gateway remembers what it has judged. */
function bodyOf(more: object = {}): () => string {
  return () => {
    const messages = [
      { role: "system", content: "You help small firms with their planning." },
      { role: "user", content: `Question ${count++}. ${prompt}` },
    ];
    return JSON.stringify({ model: "bench", messages, ...more });
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts a program and waits for the port that it says. */
async function start(args: readonly string[], pattern: RegExp): Promise<Started> {
  const child = spawn(process.execPath, args, {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    const lines = createInterface({ input: stream });
    const port = await Promise.race([
      new Promise<number | undefined>((resolve) => {
        lines.on("line", (line) => {
          said.push(line);
          const found = pattern.exec(line)?.[1];
          if (found !== undefined) resolve(Number(found));
        });
        lines.on("close", () => resolve(undefined));
      }),
      new Promise<undefined>((resolve) => {
        // The gateway says it on the other stream.
        setTimeout(resolve, stream === child.stdout ? 1500 : 15_000, undefined);
      }),
    ]);
    if (port !== undefined) {
      stream.resume();
      return { child, port };
    }
  }
  child.kill();
  return fail(`${args.join(" ")} did not start:\n${said.join("\n")}`);
}

/** Microseconds of processor time that a process has used. */
function cpuMicroseconds(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // utime and stime, in ticks of a hundredth of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function residentMib(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024;
}

interface Row {
  readonly name: string;
  readonly load: Load;
  readonly cpu: number | undefined;
}

async function measure(name: string, { child, port }: Started, body: () => string): Promise<Row> {
  const url = new URL(`http://127.0.0.1:${port}/v1/chat/completions`);
  // Until the compiler has seen enough of it.
  await httpLoad({ url, body, requests: 2 * requests, parallel: 16 });
  const before = cpuMicroseconds(child.pid);
  const load = await httpLoad({ url, body, requests, parallel: 16 });
  const cpu = (cpuMicroseconds(child.pid) - before) / requests;
  console.error(`${name}: ${cpu.toFixed(0)} µs`);
  return { name, load, cpu };
}

function configText(upstream: number, guards: string): string {
  return [
    "listen: {port: 0}",
    "upstreams:",
    `  - {name: bench, url: "http://127.0.0.1:${upstream}", connections: 4000}`,
    guards,
    "",
  ].join("\n");
}

await withFolder(async (folder) => {
  const running: ChildProcess[] = [];
  try {
    const model = await start([join("bench", "support", "model-server.ts")], /^(\d+)$/);
    running.push(model.child);
    async function gateway(name: string, guards: string): Promise<Started> {
      const file = join(folder, `${name}.yaml`);
      writeFileSync(file, configText(model.port, guards));
      const started = await start(
        [join("src", "cli", "main.ts"), "gateway", "--config", file],
        /listening at http:\/\/[\d.]+:(\d+)/,
      );
      running.push(started.child);
      return started;
    }
    const proxy = await start(
      [join("bench", "support", "plain-proxy.ts"), `http://127.0.0.1:${model.port}`],
      /^(\d+)$/,
    );
    running.push(proxy.child);
    const bare = await gateway("bare", "guards: {enabled: false}");
    const guarded = await gateway("guarded", "");
    printMachine();

    const plain = bodyOf();
    const rows = [
      await measure("no gateway", model, plain),
      await measure("a proxy that only passes on", proxy, plain),
      await measure("without guards", bare, plain),
      await measure("default guards", guarded, plain),
    ];
    const stream = bodyOf({ stream: true });
    rows.push(
      await measure("no gateway, streamed", model, stream),
      await measure("a proxy that only passes on, streamed", proxy, stream),
      await measure("without guards, streamed", bare, stream),
      await measure("default guards, streamed", guarded, stream),
    );
    printTable(
      ["2 kB prompt, 16 at a time", "requests/s", "p50 ms", "p99 ms", "CPU µs/request", "failed"],
      rows.map(({ name, load, cpu }) => [
        name,
        (load.requests / load.seconds).toFixed(0),
        quantile(load.times, 0.5).toFixed(2),
        quantile(load.times, 0.99).toFixed(2),
        cpu?.toFixed(0) ?? "",
        String(load.failures),
      ]),
    );
    printBar(
      `${rows[2]?.cpu?.toFixed(0)} µs without guards`,
      (rows[2]?.cpu ?? NaN) <= 120,
      "≤ 120 µs",
    );
    printBar(
      `${rows[3]?.cpu?.toFixed(0)} µs with the default guards`,
      (rows[3]?.cpu ?? NaN) <= 400,
      "≤ 400 µs",
    );

    console.log(
      `beside a proxy that only passes on: × ${((rows[2]?.cpu ?? NaN) / (rows[1]?.cpu ?? NaN)).toFixed(2)} without guards, × ${((rows[3]?.cpu ?? NaN) / (rows[1]?.cpu ?? NaN)).toFixed(2)} with the default guards`,
    );

    // At half of what it can do.
    const full = (rows[3]?.load.requests ?? 0) / (rows[3]?.load.seconds ?? 1);
    const half = { body: plain, requests: Math.ceil(requests / 2), parallel: 16, rate: full / 2 };
    const path = "/v1/chat/completions";
    const direct = await httpLoad({
      ...half,
      url: new URL(`http://127.0.0.1:${model.port}${path}`),
    });
    const through = await httpLoad({
      ...half,
      url: new URL(`http://127.0.0.1:${guarded.port}${path}`),
    });
    const added = (share: number): number =>
      quantile(through.times, share) - quantile(direct.times, share);
    console.log(`at half load (${(full / 2).toFixed(0)} requests/s), with the default guards:`);
    printBar(`p50 + ${added(0.5).toFixed(2)} ms`, added(0.5) <= 1, "≤ 1 ms");
    printBar(`p99 + ${added(0.99).toFixed(2)} ms`, added(0.99) <= 5, "≤ 5 ms");

    const streams = Number(values.streams);
    if (streams > 0) {
      // Fifty events with a fifth of a second between them: all are open at once.
      const slow = bodyOf({ stream: true, seed: 200 });
      const url = new URL(`http://127.0.0.1:${guarded.port}${path}`);
      const load = await httpLoad({ url, body: slow, requests: streams, parallel: streams });
      const longest = quantile(load.times, 1);
      console.log(
        `\n${streams} streams at once took ${(longest / 1000).toFixed(1)} s, resident ${residentMib(guarded.child.pid).toFixed(0)} MiB`,
      );
      printBar(`${load.failures} of ${streams} streams failed`, load.failures === 0, "none");
    }

    const many = Number(values.memory);
    if (many > 0) {
      const url = new URL(`http://127.0.0.1:${guarded.port}${path}`);
      const resident: number[] = [];
      for (let part = 0; part < 10; part++) {
        await httpLoad({ url, body: plain, requests: many / 10, parallel: 32 });
        resident.push(residentMib(guarded.child.pid));
      }
      console.log(
        `\nresident MiB over ${many} requests: ${resident.map((mib) => mib.toFixed(0)).join(" ")}`,
      );
      const grown = (resident.at(-1) ?? NaN) / (resident[1] ?? NaN);
      printBar(`grew × ${grown.toFixed(2)} since the second tenth`, grown <= 1.1, "≤ 1.1");
    }
  } finally {
    for (const child of running) child.kill("SIGTERM");
  }
});
