import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { against, linesOf } from "../testing/against.ts";
import {
  digestOf,
  hasRegistry,
  registryTitle,
  startRegistry,
  type Registry,
} from "../testing/registry.ts";
import { sendJson, serve } from "../testing/server.ts";

const files = { "model.safetensors": "weights", "sub/config.json": "{}" };
const manifestType = "application/vnd.oci.image.manifest.v1+json";
const path = (name: string) => ({ "org.cncf.model.filepath": name });

interface Layer {
  readonly mediaType: string;
  readonly text: string;
  readonly annotations?: Readonly<Record<string, string>>;
}
const layersOf = (content: Readonly<Record<string, string>>): readonly Layer[] =>
  Object.entries(content).map(([name, text]) => ({
    mediaType: "application/vnd.cncf.model.weight.v1.raw",
    text,
    annotations: path(name),
  }));
const descriptor = ({ mediaType, text, annotations }: Layer) => ({
  mediaType,
  digest: digestOf(text),
  size: text.length,
  ...(annotations === undefined ? {} : { annotations }),
});
function manifest(
  layers: readonly Layer[],
  artifactType = "application/vnd.cncf.model.manifest.v1+json",
) {
  const config = { mediaType: "application/vnd.cncf.model.config.v1+json", text: "{}" };
  return {
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType,
    config: descriptor(config),
    layers: layers.map(descriptor),
  };
}

describe.skipIf(!hasRegistry)(registryTitle, () => {
  let registry: Registry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry?.stop());

  async function push(
    name: string,
    layers: readonly Layer[],
    artifactType?: string,
  ): Promise<string> {
    for (const { text } of [...layers, { text: "{}" }])
      await registry.pushBlob(name, Buffer.from(text));
    return registry.pushManifest(name, "v1", manifest(layers, artifactType));
  }
  const ask = (model: string, record: string) => against(model, `oci:${registry.host}/${record}`);

  test("ModelPack: each raw layer is a file, and nothing but the manifest is asked for", async () => {
    const digest = await push("org/pack", layersOf(files));
    const good = await ask(makeTree(files), `org/pack:v1@${digest}`);
    expect([good.outcome, good.facts]).toEqual(["verified", []]);
    const bad = await ask(
      makeTree({ "model.safetensors": "WEIGHTS", "new.py": "" }),
      `org/pack@${digest}`,
    );
    expect(bad.outcome).toBe("tampered");
    expect(linesOf(bad).map((line) => line.split(":", 1)[0])).toEqual([
      "differs model.safetensors",
      "differs sub/config.json",
      "differs new.py",
    ]);
    expect(linesOf(bad)[0]).toContain(digestOf("weights").slice(7));
  });

  test("a tag can be moved: its digest is named", async () => {
    const digest = await push("org/tagged", layersOf(files));
    const verification = await ask(makeTree(files), "org/tagged:v1");
    expect([verification.outcome, linesOf(verification)]).toEqual([
      "verified",
      [expect.stringContaining(`can be moved by who may push there; it is ${digest} now`)],
    ]);
  });

  test("the older names of ModelPack", async () => {
    const old = Object.entries(files).map(([name, text]) => ({
      mediaType: "application/vnd.cnai.model.weight.v1.raw",
      text,
      annotations: { "org.cnai.model.filepath": name },
    }));
    const digest = await push("org/cnai", old, "application/vnd.cnai.model.manifest.v1+json");
    expect((await ask(makeTree(files), `org/cnai@${digest}`)).outcome).toBe("verified");
  });

  test("KitOps: archives are not compared, which is missing evidence", async () => {
    const layer = { mediaType: "application/vnd.kitops.modelkit.model.v1.tar+gzip", text: "tar" };
    const digest = await push(
      "org/kit",
      [layer],
      "application/vnd.kitops.modelkit.manifest.v1+json",
    );
    const verification = await ask(makeTree(files), `org/kit@${digest}`);
    expect(verification.outcome).toBe("missing-evidence");
    expect(linesOf(verification)).toEqual([
      expect.stringMatching(
        /^no-evidence .*: the layer sha256:\w{12} is an archive \(.*modelkit.model.v1.tar\+gzip\)/,
      ),
    ]);
  });

  test("archives beside files: what is left open is named", async () => {
    const code = {
      mediaType: "application/vnd.cncf.model.code.v1.tar",
      text: "tar",
      annotations: path("code"),
    };
    const digest = await push("org/mixed", [...layersOf(files), code]);
    const verification = await ask(makeTree({ ...files, "code/a.py": "" }), `org/mixed@${digest}`);
    expect(verification.outcome).toBe("missing-evidence");
    expect(linesOf(verification)).toEqual([
      expect.stringContaining("no-evidence code: the layer"),
      "no-evidence code/a.py: it is on no record",
    ]);
  });

  test("Docker: weights without a name, and what need not be there", async () => {
    const layers = [
      { mediaType: "application/vnd.docker.ai.gguf.v3", text: "GGUF" },
      { mediaType: "application/vnd.docker.ai.license", text: "MIT" },
    ];
    const digest = await push("ai/gguf", layers);
    expect((await ask(makeTree({ "m.gguf": "GGUF" }), `ai/gguf@${digest}`)).outcome).toBe(
      "verified",
    );
    const file = join(makeTree({ "m.gguf": "GGUX" }), "m.gguf");
    const bad = await ask(file, `ai/gguf@${digest}`);
    expect([bad.outcome, linesOf(bad)[0]]).toEqual([
      "tampered",
      expect.stringContaining(`differs m.gguf: its sha256 is ${digestOf("GGUX").slice(7)}`),
    ]);
  });

  test("a list of one model, and of two", async () => {
    const one = await push("org/list", layersOf(files));
    const two = await push("org/list", layersOf({ other: "x" }));
    const entry = (digest: string) => ({ mediaType: manifestType, digest, size: 1 });
    const index = (digests: readonly string[]) => ({
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.index.v1+json",
      manifests: digests.map((digest) => ({ ...entry(digest), size: 800 })),
    });
    const single = await registry.pushManifest("org/list", "single", index([one]));
    expect((await ask(makeTree(files), `org/list@${single}`)).outcome).toBe("verified");
    await registry.pushManifest("org/list", "both", index([one, two]));
    await expect(ask(makeTree(files), "org/list:both")).rejects.toMatchObject({
      code: "record-invalid",
      hint: expect.stringContaining(one) as unknown,
    });
  });

  test("what is not there is missing evidence", async () => {
    const verification = await ask(makeTree(files), "org/none:v1");
    expect([verification.outcome, linesOf(verification)[0]]).toEqual([
      "missing-evidence",
      expect.stringContaining("the registry has no"),
    ]);
  });

  test("a registry that asks who is there", async () => {
    // bcrypt of "w0rd", as `htpasswd -B` writes it.
    const htpasswd = "user:$2y$04$Uidqs16XS698/apNjUDxmeQS4Hp9yzMpw0XeKpz49C.URmu7RsgNW\n";
    const auth = Buffer.from("user:w0rd").toString("base64");
    const locked = await startRegistry({ htpasswd, authorization: `Basic ${auth}` });
    try {
      for (const { text } of [...layersOf(files), { text: "{}" }])
        await locked.pushBlob("org/locked", Buffer.from(text));
      const digest = await locked.pushManifest("org/locked", "v1", manifest(layersOf(files)));
      const record = `oci:${locked.host}/org/locked@${digest}`;
      const model = makeTree(files);
      const { problems, outcome } = await against(model, record);
      expect(outcome).toBe("incomplete");
      expect(problems[0]).toMatch(
        /does not let us in \(401\).*programs that keep them .* are not run/,
      );
      const auths = { [locked.host]: { auth } };
      const HOME = makeTree({ ".docker/config.json": JSON.stringify({ auths }) });
      expect((await against(model, record, { env: { HOME } })).outcome).toBe("verified");
    } finally {
      await locked.stop();
    }
  });
});

describe("who is let in", () => {
  const text = JSON.stringify(manifest(layersOf(files)));
  const auth = Buffer.from("user:w0rd").toString("base64");

  function home(host: string): string {
    const credsStore = "desktop";
    return makeTree({
      ".docker/config.json": JSON.stringify({ auths: { [host]: { auth } }, credsStore }),
    });
  }

  test("by a token, for which user and password are given", async () => {
    const { host, asked } = await serve((request, response) => {
      if (request.url?.startsWith("/token") === true) sendJson(response, { token: "t0ken" });
      else if (request.headers.authorization === "Bearer t0ken") response.end(text);
      else {
        const challenge = `Bearer realm="http://${request.headers.host}/token?a=b",service="reg,istry",scope="repository:other:push"`;
        response.writeHead(401, { "www-authenticate": challenge }).end();
      }
    });
    const verification = await against(makeTree(files), `oci:${host}/org/name@${digestOf(text)}`, {
      env: { HOME: home(host) },
    });
    expect(verification.outcome).toBe("verified");
    expect(asked.map(({ authorization }) => authorization)).toEqual([
      undefined,
      `Basic ${auth}`,
      "Bearer t0ken",
    ]);
    expect(asked[1]?.url).toBe(
      "/token?a=b&service=reg%2Cistry&scope=repository%3Aorg%2Fname%3Apull",
    );
  });

  test("by user and password", async () => {
    const { host, asked } = await serve((request, response) => {
      if (request.headers.authorization === `Basic ${auth}`) response.end(text);
      else response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end();
    });
    const record = `oci:${host}/org/name@${digestOf(text)}`;
    const folder = join(home(host), ".docker");
    const verification = await against(makeTree(files), record, { env: { DOCKER_CONFIG: folder } });
    expect([verification.outcome, asked.length]).toEqual(["verified", 2]);
  });

  test.each(["http://registry.example/token", "ftp://x/", "none"])(
    "nothing is told to %s",
    async (realm) => {
      const { host, asked } = await serve((_, response) => {
        response.writeHead(401, { "www-authenticate": `Bearer realm="${realm}"` }).end();
      });
      const { problems } = await against(makeTree(files), `oci:${host}/org/name:v1`, {
        env: { HOME: home(host) },
      });
      expect([problems[0], asked.length]).toEqual([
        expect.stringContaining("not asked by https"),
        1,
      ]);
      expect(JSON.stringify(problems)).not.toMatch(/w0rd|dXNlc/);
    },
  );

  test("another manifest than was asked for is refused", async () => {
    const { host } = await serve((_, response) => response.end(text));
    const record = `oci:${host}/org/name@sha256:${"0".repeat(64)}`;
    await expect(against(makeTree(files), record)).rejects.toMatchObject({
      code: "record-invalid",
    });
  });

  test.each(["", "{", "[]", "{}", '{"layers":[]}', '{"layers":[{"mediaType":"x"}]}'])(
    "%j is no manifest",
    async (body) => {
      const { host } = await serve((_, response) => response.end(body));
      await expect(against(makeTree(files), `oci:${host}/org/name:v1`)).rejects.toMatchObject({
        code: "record-invalid",
      });
    },
  );
});

describe("on disk", () => {
  const bytes = JSON.stringify(manifest(layersOf(files)));
  function layout(more: Readonly<Record<string, string>> = {}) {
    const digest = digestOf(bytes);
    const name = { "org.opencontainers.image.ref.name": "v1" };
    const manifests = [{ mediaType: manifestType, digest, size: bytes.length, annotations: name }];
    const root = makeTree({
      "oci-layout": '{"imageLayoutVersion":"1.0.0"}',
      "index.json": JSON.stringify({ schemaVersion: 2, manifests }),
      [`blobs/sha256/${digest.slice(7)}`]: bytes,
      ...more,
    });
    return { root, digest };
  }

  test("a layout, by its only manifest, a tag or a digest", async () => {
    const { root, digest } = layout();
    const model = makeTree(files);
    for (const record of [root, `${root}:v1`, `${root}@${digest}`])
      expect((await against(model, `oci:${record}`)).outcome).toBe("verified");
    await expect(against(model, `oci:${root}:v2`)).rejects.toMatchObject({
      code: "record-invalid",
    });
  });

  test("a manifest that is not what the layout says", async () => {
    const { root, digest } = layout();
    mkdirSync(join(root, "blobs/sha256"), { recursive: true });
    writeFileSync(join(root, "blobs/sha256", digest.slice(7)), bytes.replace("weight", "w"));
    await expect(against(makeTree(files), `oci:${root}`)).rejects.toMatchObject({
      code: "record-invalid",
    });
  });

  test("a digest that leads out of the layout", async () => {
    const manifests = [{ mediaType: manifestType, digest: "sha256:../../../etc/passwd", size: 1 }];
    const { root } = layout({ "index.json": JSON.stringify({ manifests }) });
    await expect(against(makeTree(files), `oci:${root}`)).rejects.toMatchObject({
      code: "record-invalid",
    });
  });

  test("the file of a manifest", async () => {
    const root = makeTree({ "manifest.json": bytes });
    expect((await against(makeTree(files), `oci:${root}/manifest.json`)).outcome).toBe("verified");
  });

  test.each([
    "org/name:v1",
    "",
    "host.example/UPPER:v1",
    "host.example/a:v1@sha256:abc",
    "host.example/../a",
    "user@host.example/a:1",
  ])("%j is no place", async (record) => {
    const ask = async () => against(makeTree(files), `oci:${record}`);
    await expect(ask()).rejects.toMatchObject({ code: "usage" });
  });
});
