import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultListen, listen, type Listener } from "./listen.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-test-"));
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), "utf8");

function selfSigned(name: string): boolean {
  const subject = ["-subj", `/CN=${name}`, "-addext", "subjectAltName=IP:127.0.0.1"];
  const files = ["-keyout", path(`${name}.key`), "-out", path(`${name}.pem`), "-days", "2"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  return spawnSync("openssl", ["req", "-x509", ...key, ...files, ...subject]).status === 0;
}

const hasOpenssl = selfSigned("server") && selfSigned("client");

describe.skipIf(!hasOpenssl)(hasOpenssl ? "HTTPS" : "HTTPS (openssl is not installed)", () => {
  let server: Listener;
  beforeAll(async () => {
    const tls = { cert: read("server.pem"), key: read("server.key"), clientCa: read("client.pem") };
    server = await listen({ ...defaultListen, port: 0, tls }, (_request, response) => {
      response.end("well");
    });
  });
  afterAll(async () => {
    await server.drain(100);
    rmSync(folder, { recursive: true });
  });

  function ask(options: object): Promise<string> {
    return new Promise((resolve) => {
      const { port } = server;
      const ca = read("server.pem");
      const asked = request({ host: "127.0.0.1", port, ca, ...options }, (response) => {
        response.on("data", (chunk) => resolve(String(chunk)));
      });
      asked.on("error", (error) => resolve(`refused: ${error.message}`));
      asked.end();
    });
  }

  it("serves those who have a certificate, and nobody else", async () => {
    expect(await ask({ cert: read("client.pem"), key: read("client.key") })).toBe("well");
    expect(await ask({})).toMatch(/^refused/);
    expect(await ask({ cert: read("server.pem"), key: read("server.key") })).toMatch(/^refused/);
  });

  it("speaks no old TLS", async () => {
    const old = await new Promise<string>((resolve) => {
      const options = {
        maxVersion: "TLSv1.1",
        minVersion: "TLSv1",
        rejectUnauthorized: false,
      } as const;
      const socket = connect({ host: "127.0.0.1", port: server.port, ...options });
      socket.on("secureConnect", () => resolve("connected"));
      socket.on("error", () => resolve("refused"));
    });
    expect(old).toBe("refused");
  });
});
