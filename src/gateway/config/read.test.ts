import { describe, expect, it } from "vitest";
import { PaviseError } from "../../core/index.ts";
import { readGatewayConfig } from "./read.ts";
import { zeroConfig } from "./zero.ts";

function read(text: string, env: NodeJS.ProcessEnv = {}) {
  return readGatewayConfig({ text, file: "/somewhere/gateway.yaml", env });
}

function problem(text: string, env: NodeJS.ProcessEnv = {}): string {
  try {
    read(text, env);
  } catch (error) {
    if (error instanceof PaviseError) return error.message.replaceAll("/somewhere/", "");
    throw error;
  }
  return "";
}

const upstream = (more: string): string =>
  `upstreams:\n  - name: a\n${more.replaceAll(/^/gm, "    ")}\n`;

describe("gateway.yaml", () => {
  it("has defaults for all but the upstreams", () => {
    const config = read(upstream("url: https://api.openai.com/v1\nkey: ${KEY}"), { KEY: "sk-1" });
    expect(config.listen).toMatchObject({ host: "127.0.0.1", port: 8787 });
    expect(config.upstreams[0]).toMatchObject({
      speaks: ["openai"],
      credential: { kind: "secret", value: "sk-1" },
      isPrivate: false,
    });
    expect(config.guards).toMatchObject({ isEnabled: true, onFailure: "closed" });
  });

  it("knows the well-known by their URL, and loopback as private", () => {
    const speaks = (url: string) => read(upstream(`url: ${url}`)).upstreams[0];
    expect(speaks("https://api.anthropic.com")?.speaks).toEqual(["anthropic"]);
    expect(speaks("https://generativelanguage.googleapis.com")?.speaks).toEqual(["gemini"]);
    expect(speaks("http://localhost:11434")).toMatchObject({
      speaks: ["ollama", "openai"],
      isPrivate: true,
    });
  });

  it.each([
    ["upstreams: []", /gateway\.yaml:1:\d+: upstreams/],
    ["listen: {port: 1}", /"upstreams" is missing/],
    [upstream("url: https://a.example\nmodel: x"), /gateway\.yaml:4:5: unknown key "model"/],
    [
      upstream("url: ftp://a.example"),
      /gateway\.yaml:3:10: upstreams\[0\]\.url must begin with https/,
    ],
    [upstream("url: https://u:p@a.example"), /must have no user/],
    [upstream("url: http://a.example"), /in the clear/],
    [upstream("url: http://10.0.0.1"), /not of the public network/],
    [upstream("url: http://169.254.169.254/\nprivate: true"), /hands out a cloud's credentials/],
    [
      upstream("url: http://[::ffff:169.254.169.254]/\nprivate: true"),
      /hands out a cloud's credentials/,
    ],
    [upstream("url: http://2852039166/\nprivate: true"), /hands out a cloud's credentials/],
    [
      upstream("url: https://a.example\nkey: ${NOWHERE}"),
      /gateway\.yaml:4:10: the environment has no NOWHERE/,
    ],
    [upstream('url: https://a.example\nkey: "a\\r\\nX: y"'), /characters that no key has/],
    [upstream("url: https://a.example\nkey-file: none.txt"), /none\.txt: it is not there/],
    [upstream("url: https://a.example\nkey: a\nclient-key: true"), /cannot stand beside/],
    [`${upstream("url: https://a.example")}admin: {key: short}`, /16 characters/],
    [
      `${upstream("url: https://a.example")}admin: {key: "\${A}"}`,
      /gateway\.yaml:4:14: the environment has no A$/,
    ],
    [
      `${upstream("url: https://a.example")}telemetry: {otlp: {endpoint: "\${A}"}}\nlisten: {x: 1}`,
      /environment has no A\ngateway\.yaml:5:10: unknown key "x"/,
    ],
    [
      `${upstream("url: https://a.example")}listen: {trusted-proxies: [10.0.0.0/8, 0.0.0.0/0]}`,
      /trusted-proxies has "0\.0\.0\.0\/0"/,
    ],
    [`${upstream("url: https://a.example")}guards: {input: {jailbrake: block}}`, /guards/],
    ["upstreams: [", /gateway\.yaml:1/],
  ])("says where %j is wrong", (text, expected) => {
    expect(problem(text)).toMatch(expected);
  });

  it("holds what the environment says to the schema, not the name that it has there", () => {
    const text = `${upstream("url: https://a.example")}admin: {key: "\${A}"}\ntelemetry: {otlp: {endpoint: "\${OTLP}"}}\n`;
    const env = { A: "long-enough-for-a-key", OTLP: "http://localhost:4318" };
    expect(read(text, env).admin?.key).toBe(env.A);
    expect(
      problem(text.replace("A}", "PAVISE_ADMIN_KEY}"), { ...env, PAVISE_ADMIN_KEY: "x" }),
    ).toMatch(/16 characters/);
  });

  it("tells all that is wrong at once", () => {
    const text = `${upstream("url: nonsense\nkey: ${A}")}  - {name: a, url: "https://b.example"}\n`;
    expect(problem(text).split("\n")).toHaveLength(3);
  });
});

describe("without a file", () => {
  it("serves what there is, and a model of this machine only from it", () => {
    expect(zeroConfig({ env: {}, ollamaModels: undefined })).toBeUndefined();
    const keys = { OPENAI_API_KEY: "o", ANTHROPIC_API_KEY: "a", GEMINI_API_KEY: " " };
    const both = zeroConfig({ env: keys, ollamaModels: ["gpt-oss:20b", "llama3:latest"] });
    expect(both?.upstreams.map(({ name }) => name)).toEqual(["openai", "anthropic", "ollama"]);
    expect(both?.upstreams[2]?.models).toEqual(["gpt-oss:20b", "llama3:latest", "llama3"]);
    expect(both?.upstreams[0]?.models).not.toContain("gpt-*");
    expect(both?.listen.host).toBe("127.0.0.1");
    expect(zeroConfig({ env: {}, ollamaModels: [] })?.upstreams[0]?.models).toEqual([]);
  });
});
