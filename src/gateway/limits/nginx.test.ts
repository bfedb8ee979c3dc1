import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { somebody } from "../testing/running.ts";
import { freePort } from "../testing/redis-server.ts";
import { createLimiter } from "./limiter.ts";
import { createMemoryStore } from "./memory.ts";
import { nginxConfig } from "./nginx.ts";
import { limitRule } from "./rules.ts";

const rules = [
  { name: "plain", per: "address", requests: "60/minute", burst: 5 },
  { per: "key", requests: "10/s", burst: 20, delay: 8 },
  { per: "address", concurrent: 50 },
  { per: "tenant", tokens: "1000/day" },
  { per: "key", requests: "1/month" },
].map((rule) => limitRule.parse(rule));

const given = {
  rules,
  gateway: "127.0.0.1:8787",
  listen: "8080",
  serverName: "_",
  bodyBytes: 1_048_576,
  answerSeconds: 600,
};

test("what nginx can say it says, the rest is named", () => {
  const { text, notes } = nginxConfig(given);
  expect(text).toContain("limit_req_zone $pavise_address zone=pavise_plain:10m rate=1r/s;");
  expect(text).toContain("limit_req zone=pavise_plain burst=5 nodelay;");
  expect(text).toContain("zone=pavise_key_2:10m rate=10r/s;");
  expect(text).toContain("limit_req zone=pavise_key_2 burst=20 delay=8;");
  expect(text).toContain("limit_conn pavise_address_3 50;");
  expect(notes).toEqual([
    "limits[3]: only the gateway can count it",
    "limits[4]: nginx has no such slow or uneven rate",
  ]);
});

const isAbsent = spawnSync("nginx", ["-v"]).status !== 0;

test.skipIf(isAbsent)(
  `nginx takes it, and lets in as many of a burst as we do (${isAbsent ? "nginx is not installed" : "nginx is there"})`,
  { timeout: 30_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "pavise-nginx-"));
    const upstream = createServer((request, response) => {
      request.resume();
      response.end("ok");
    });
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    const port = await freePort();
    const few = [limitRule.parse({ per: "address", requests: "1/minute", burst: 4 })];
    const { text } = nginxConfig({
      ...given,
      rules: few,
      gateway: `127.0.0.1:${(upstream.address() as AddressInfo).port}`,
      listen: `127.0.0.1:${port}`,
    });
    const file = join(folder, "nginx.conf");
    const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    writeFileSync(
      file,
      `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
access_log off;
${temps.map((name) => `${name}_temp_path ${folder}/${name};`).join("\n")}
${text}
}`,
    );
    const checked = spawnSync("nginx", ["-t", "-c", file, "-p", folder]);
    expect(checked.stderr.toString()).toContain("test is successful");
    const nginx = spawn("nginx", ["-c", file, "-p", folder], { stdio: "ignore" });
    try {
      const ask = () => fetch(`http://127.0.0.1:${port}/`).then(({ status }) => status);
      for (let tries = 0; tries < 100; tries++) {
        // Not a request: it would count.
        const isUp = await fetch(`http://127.0.0.1:${port}/`, { method: "OPTIONS" }).catch(
          () => undefined,
        );
        if (isUp !== undefined) break;
        await pause(50);
      }
      // The question whether it is up was the first of the five.
      const statuses = await Promise.all(Array.from({ length: 20 }, ask));
      const limiter = createLimiter({ rules: few, store: createMemoryStore() });
      await limiter.arrive(somebody);
      const ours = await Promise.all(Array.from({ length: 20 }, () => limiter.arrive(somebody)));
      const count = (list: readonly boolean[]) => list.filter(Boolean).length;
      expect(count(statuses.map((status) => status === 200))).toBe(4);
      expect(count(ours.map(({ kind }) => kind === "admitted"))).toBe(4);
      expect(statuses.filter((status) => status === 429)).toHaveLength(16);
    } finally {
      nginx.kill("SIGKILL");
      upstream.close();
      upstream.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
