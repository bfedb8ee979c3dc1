import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { digestModel } from "../sign.ts";
import { against, linesOf } from "../testing/against.ts";
import { hasMlflow, mlflowTitle, startMlflow, type MlflowServer } from "../testing/mlflow.ts";
import { sendJson, serve } from "../testing/server.ts";
import { rootTag } from "./mlflow.ts";

const files = { "weights.bin": "0123456789", "sub/config.json": "{}" };

async function rootOf(model: string): Promise<string> {
  return (await digestModel(model, { hashType: "sha256" })).root;
}

describe.skipIf(!hasMlflow)(mlflowTitle, () => {
  let server: MlflowServer;
  beforeAll(async () => {
    server = await startMlflow();
  }, 120_000);
  afterAll(() => server?.stop());

  /** Registers a version and gives its number. */
  async function register(
    name: string,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    try {
      await server.call("POST", "registered-models/create", { name });
    } catch {
      // There from before.
    }
    const reply = await server.call("POST", "model-versions/create", {
      name,
      source: "s3://bucket/model",
      ...more,
    });
    return (reply["model_version"] as { readonly version: string }).version;
  }

  async function run(
    tags: readonly { readonly key: string; readonly value: string }[],
  ): Promise<string> {
    const reply = await server.call("POST", "runs/create", { experiment_id: "0", tags });
    return (reply["run"] as { readonly info: { readonly run_id: string } }).info.run_id;
  }

  const ask = (model: string, record: string) => against(model, record, { mlflowUri: server.uri });

  test("the tag of a version holds for the model, and for no other", async () => {
    const model = makeTree(files);
    const version = await register("tagged");
    const value = await rootOf(model);
    await server.call("POST", "model-versions/set-tag", {
      name: "tagged",
      version,
      key: rootTag,
      value,
    });
    const good = await ask(model, `mlflow:models:/tagged/${version}`);
    expect([good.outcome, good.facts, good.root]).toEqual(["verified", [], value]);

    const changed = makeTree({ ...files, "weights.bin": "0123456780" });
    const bad = await ask(changed, `models:/tagged/${version}`);
    expect(bad.outcome).toBe("tampered");
    expect(linesOf(bad)).toEqual([
      expect.stringContaining(
        `the digest of the whole is ${await rootOf(changed)}, the tag of the version ${version}`,
      ),
    ]);
    expect(linesOf(bad)[0]).toContain(value);
  });

  test("an alias leads to its version", async () => {
    const model = makeTree(files);
    const version = await register("aliased", {
      tags: [{ key: rootTag, value: await rootOf(model) }],
    });
    await server.call("POST", "registered-models/alias", {
      name: "aliased",
      alias: "champion",
      version,
    });
    expect((await ask(model, "models:/aliased@champion")).outcome).toBe("verified");
    const none = await ask(model, "models:/aliased@nobody");
    expect([none.outcome, linesOf(none)[0]]).toEqual([
      "missing-evidence",
      expect.stringContaining("MLflow has no models:/aliased@nobody"),
    ]);
  });

  test("without a digest evidence is missing, and how to record it is told", async () => {
    const model = makeTree(files);
    const version = await register("bare");
    const bare = await ask(model, `models:/bare/${version}`);
    expect(bare.outcome).toBe("missing-evidence");
    expect(linesOf(bare)).toEqual([expect.stringContaining(`no tag \`${rootTag}\`: set it`)]);
  });

  test("the tag of the run counts where the version has none", async () => {
    const model = makeTree(files);
    const id = await run([{ key: rootTag, value: await rootOf(model) }]);
    const version = await register("run", { run_id: id });
    expect((await ask(model, `models:/run/${version}`)).outcome).toBe("verified");
    const other = makeTree({ ...files, "more.py": "" });
    expect((await ask(other, `models:/run/${version}`)).outcome).toBe("tampered");
  });

  test("a logged model of MLflow 3 by itself, and behind a version", async () => {
    const model = makeTree(files);
    const reply = await server.call("POST", "logged-models", {
      experiment_id: "0",
      name: "logged",
      tags: [{ key: rootTag, value: await rootOf(model) }],
    });
    const { info } = reply["model"] as { readonly info: { readonly model_id: string } };
    const pending = await ask(model, `models:/${info.model_id}`);
    expect([pending.outcome, linesOf(pending)[0]]).toEqual([
      "missing-evidence",
      expect.stringContaining("is LOGGED_MODEL_PENDING, not ready"),
    ]);
    await server.call("PATCH", `logged-models/${info.model_id}`, {
      model_id: info.model_id,
      status: "LOGGED_MODEL_READY",
    });
    expect((await ask(model, `models:/${info.model_id}`)).outcome).toBe("verified");
    const version = await register("of-logged", {
      model_id: info.model_id,
      source: `models:/${info.model_id}`,
    });
    expect((await ask(model, `models:/of-logged/${version}`)).outcome).toBe("verified");
    expect((await ask(makeTree({ a: "b" }), `models:/of-logged/${version}`)).outcome).toBe(
      "tampered",
    );
  });

  test("a tag that is no digest counts for nothing", async () => {
    const model = makeTree(files);
    const version = await register("odd", { tags: [{ key: rootTag, value: "sha256:abc" }] });
    const odd = await ask(model, `models:/odd/${version}`);
    expect([odd.outcome, linesOf(odd)]).toEqual([
      "missing-evidence",
      [expect.stringContaining("is no SHA-256")],
    ]);
  });
});

describe("what MLflow is told", () => {
  const version = (more: object) => ({
    model_version: { name: "a", version: "1", status: "READY", ...more },
  });

  test("a version that is not ready is no evidence", async () => {
    const model = makeTree(files);
    const tags = [{ key: rootTag, value: await rootOf(model) }];
    const { url } = await serve((_, response) =>
      sendJson(response, version({ status: "PENDING_REGISTRATION", tags })),
    );
    const verification = await against(model, "models:/a/1", { mlflowUri: url });
    expect([verification.outcome, linesOf(verification)]).toEqual([
      "missing-evidence",
      [expect.stringContaining("is PENDING_REGISTRATION in MLflow, not READY")],
    ]);
  });

  test.each([
    [{ MLFLOW_TRACKING_TOKEN: "s3cret" }, "Bearer s3cret"],
    [
      { MLFLOW_TRACKING_USERNAME: "u", MLFLOW_TRACKING_PASSWORD: "s3cret" },
      `Basic ${btoa("u:s3cret")}`,
    ],
  ])(
    "credentials of the environment go to the server and into no message",
    async (env, expected) => {
      const { url, asked } = await serve((_, response) => {
        response.writeHead(401).end("s3cret");
      });
      const { problems, outcome } = await against(makeTree(files), "models:/a/1", {
        env: { ...env, MLFLOW_TRACKING_URI: url },
      });
      expect(asked[0]).toEqual({
        url: "/api/2.0/mlflow/model-versions/get?name=a&version=1",
        authorization: expected,
      });
      expect(outcome).toBe("incomplete");
      expect(problems[0]).toContain("MLFLOW_TRACKING_TOKEN");
      expect(JSON.stringify(problems)).not.toContain("s3cret");
    },
  );

  test("a user in the address is taken out of it", async () => {
    const { host, asked } = await serve((_, response) => {
      response.writeHead(500).end();
    });
    const { problems } = await against(makeTree(files), "models:/a/1", {
      mlflowUri: `http://me:pa%20ss@${host}/base/`,
    });
    expect(asked[0]?.authorization).toBe(`Basic ${btoa("me:pa ss")}`);
    expect(asked[0]?.url).toMatch(/^\/base\/api\/2\.0\/mlflow\//);
    expect(problems[0]).toContain("answers with the status 500");
    expect(problems[0]).not.toMatch(/pa%20ss|pa ss|me:/);
  });

  test.each(["models:/a", "models:/a/Production", "models:/../x/1", "models:/a/1/2"])(
    "%s is no version",
    async (record) => {
      const model = makeTree(files);
      await expect(
        against(model, `mlflow:${record}`, { mlflowUri: "http://127.0.0.1:1" }),
      ).rejects.toThrow("no version of a model");
    },
  );

  test("without a server the hint says how to name one; a bad address is not repeated", async () => {
    const model = makeTree(files);
    await expect(against(model, "models:/a/1")).rejects.toMatchObject({
      code: "usage",
      hint: expect.stringContaining("--mlflow-uri") as unknown,
    });
    await expect(against(model, "models:/a/1", { mlflowUri: "u:hidden@host" })).rejects.toThrow(
      /^(?!.*hidden)/,
    );
  });

  test("a server that is not there is a problem of the run, no verdict", async () => {
    const { outcome, problems } = await against(makeTree(files), "models:/a/1", {
      mlflowUri: "http://127.0.0.1:1",
    });
    expect([outcome, problems.length]).toEqual(["incomplete", 1]);
  });
});
