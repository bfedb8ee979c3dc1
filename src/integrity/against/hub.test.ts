import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { mkdirSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { against, linesOf } from "../testing/against.ts";
import { sendJson, serve } from "../testing/server.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";
const files = { "model.safetensors": "weights", "config.json": "{}", "sub/a.txt": "a" };

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const blob = (text: string): string =>
  createHash("sha1").update(`blob ${text.length}\0${text}`).digest("hex");

/** The Hub as its API is documented: a page holds one file. */
function hub(
  content: Readonly<Record<string, string>> = files,
): (request: IncomingMessage, response: ServerResponse) => void {
  const entries = [
    { type: "directory", oid: blob(""), size: 0, path: "sub" },
    ...Object.entries({ ".gitattributes": "*", ...content }).map(([path, text]) => ({
      type: "file",
      oid: blob(text),
      size: text.length,
      path,
      ...(path.endsWith(".safetensors")
        ? { oid: blob("pointer"), lfs: { oid: sha256(text), size: text.length, pointerSize: 130 } }
        : {}),
    })),
  ];
  return (request, response) => {
    const url = new URL(request.url ?? "", "http://hub");
    const match = /^\/api\/(models|datasets)\/org\/name\/(revision|tree)\/(.+)$/.exec(url.pathname);
    const revision = decodeURIComponent(match?.[3] ?? "");
    if (match === null || ![commit, "main", "refs/pr/1"].includes(revision)) {
      response.writeHead(404).end("{}");
    } else if (match[2] === "revision") sendJson(response, { id: "org/name", sha: commit });
    else {
      const page = Number(url.searchParams.get("cursor") ?? 0);
      const isLast = page === entries.length - 1;
      url.searchParams.set("cursor", String(page + 1));
      const next = `<http://${request.headers.host}${url.pathname}${url.search}>; rel="next"`;
      sendJson(response, [entries[page]], isLast ? {} : { link: next });
    }
  };
}

describe("the Hub", () => {
  test("files of a commit agree: large ones by SHA-256, others by what Git has", async () => {
    const { url, asked } = await serve(hub());
    const model = makeTree(files);
    const verification = await against(model, `hf:org/name@${commit}`, {
      hubEndpoint: url,
      env: { HF_TOKEN: "hf_s3cret" },
    });
    expect(verification.outcome).toBe("verified");
    expect(linesOf(verification)).toEqual([
      expect.stringMatching(/^weak-evidence .*for `config.json`, `sub\/a.txt`$/),
    ]);
    expect(asked[0]?.url).toBe(`/api/models/org/name/tree/${commit}?recursive=true&expand=false`);
    expect(asked).toHaveLength(5);
    expect(asked.every(({ authorization }) => authorization === "Bearer hf_s3cret")).toBe(true);
  });

  test("what is changed, missing and added is told", async () => {
    const { url } = await serve(hub());
    const model = makeTree({
      "model.safetensors": "WEIGHTS",
      "config.json": "[]",
      "modeling.py": "import os",
    });
    const verification = await against(model, `hf:org/name@${commit}`, {
      env: { HF_ENDPOINT: url },
    });
    expect(verification.outcome).toBe("tampered");
    expect(linesOf(verification).filter((line) => line.startsWith("differs"))).toEqual([
      `differs config.json: its Git's SHA-1 is ${blob("[]")}, on record is ${blob("{}")} (hf:org/name@0123456789ab)`,
      `differs model.safetensors: its sha256 is ${sha256("WEIGHTS")}, on record is ${sha256("weights")} (hf:org/name@0123456789ab)`,
      `differs sub/a.txt: it is on record (hf:org/name@0123456789ab) with ${blob("a")} and not there`,
      "differs modeling.py: it is not on record (hf:org/name@0123456789ab)",
    ]);
  });

  test.each(["org/name", "org/name@main", "org/name@refs/pr/1"])(
    "%s can be moved: the commit is named",
    async (name) => {
      const { url } = await serve(hub());
      const verification = await against(makeTree(files), `hf:${name}`, { hubEndpoint: url });
      expect(verification.outcome).toBe("verified");
      expect(linesOf(verification)[0]).toContain(`it is ${commit} now: name that commit`);
    },
  );

  test("data sets have their own place", async () => {
    const { url, asked } = await serve(hub());
    const name = `hf:datasets/org/name@${commit}`;
    expect((await against(makeTree(files), name, { hubEndpoint: url })).outcome).toBe("verified");
    expect(asked[0]?.url).toContain("/api/datasets/org/name/tree/");
  });

  test("what the client keeps beside its downloads is left out, and told", async () => {
    const { url } = await serve(hub());
    const model = makeTree({ ...files, ".cache/huggingface/download/config.json.metadata": "x" });
    const verification = await against(model, `hf:org/name@${commit}`, { hubEndpoint: url });
    expect(verification.outcome).toBe("verified");
    expect(linesOf(verification)).toContain(
      "uncovered .cache/huggingface: it is left out of the comparison",
    );
  });

  test("its cache, where files are links to blobs", async () => {
    const { url } = await serve(hub());
    const root = makeTree(files);
    mkdirSync(join(root, "blobs"));
    mkdirSync(join(root, "snapshots/x/sub"), { recursive: true });
    for (const [at, name] of Object.keys(files).entries()) {
      renameSync(join(root, name), join(root, `blobs/${at}`));
      symlinkSync(join(root, `blobs/${at}`), join(root, "snapshots/x", name));
    }
    const model = join(root, "snapshots/x");
    const name = `hf:org/name@${commit}`;
    expect((await against(model, name, { hubEndpoint: url })).outcome).toBe("verified");
  });

  test("one file of a repository", async () => {
    const { url } = await serve(hub({ ...files, "other/config.json": "{}" }));
    const root = makeTree({
      "model.safetensors": "weights",
      "model2.safetensors": "weights",
      "config.json": "!",
    });
    const name = `hf:org/name@${commit}`;
    const good = await against(join(root, "model.safetensors"), name, { hubEndpoint: url });
    expect([good.outcome, good.facts]).toEqual(["verified", []]);
    const unknown = await against(join(root, "model2.safetensors"), name, { hubEndpoint: url });
    expect([unknown.outcome, linesOf(unknown)]).toEqual([
      "missing-evidence",
      ["no-evidence model2.safetensors: no record says anything of its files"],
    ]);
    const bad = await against(join(root, "config.json"), name, { hubEndpoint: url });
    expect(bad.outcome).toBe("tampered");
  });

  test("a repository whose name is a path in the model takes nothing out of it", async () => {
    const { url } = await serve(hub());
    const before = process.cwd();
    const model = makeTree({ ...files, [`org/name@${commit}/evil.py`]: "import os" });
    process.chdir(model);
    try {
      const verification = await against(".", `hf:org/name@${commit}`, { hubEndpoint: url });
      expect(verification.outcome).toBe("tampered");
    } finally {
      process.chdir(before);
    }
  });

  test("a revision that is not there is missing evidence", async () => {
    const { url } = await serve(hub());
    const verification = await against(makeTree(files), "hf:org/name@gone", { hubEndpoint: url });
    expect([verification.outcome, linesOf(verification)[0]]).toEqual([
      "missing-evidence",
      expect.stringContaining("there is no hf:org/name@gone"),
    ]);
  });
});

describe("a Hub that means harm", () => {
  const page = (link: string) => (_: unknown, response: ServerResponse) =>
    sendJson(response, [{ type: "file", path: "a", oid: blob("a"), size: 1 }], { link });
  const name = `hf:org/name@${commit}`;

  test("a next page elsewhere is not asked for", async () => {
    const other = await serve((_, response) => sendJson(response, []));
    const { url } = await serve(page(`<${other.url}/x>; rel="next"`));
    const { outcome, problems } = await against(makeTree({ a: "a" }), name, {
      hubEndpoint: url,
      env: { HF_TOKEN: "hf_s3cret" },
    });
    expect([outcome, other.asked]).toEqual(["incomplete", []]);
    expect(problems[0]).toContain("its next page is on another server");
  });

  test("pages without end come to an end", async () => {
    const same = await serve(page('</again>; rel="next"'));
    const { problems } = await against(makeTree({ a: "a" }), name, { hubEndpoint: same.url });
    expect(problems[0]).toContain("its list of files has no end");
    expect(same.asked).toHaveLength(2);
  });

  test("one name with two digests", async () => {
    const { url } = await serve((_, response) =>
      sendJson(response, [
        { type: "file", path: "a", oid: blob("a"), size: 1 },
        { type: "file", path: "a", oid: blob("b"), size: 1 },
      ]),
    );
    await expect(against(makeTree({ a: "a" }), name, { hubEndpoint: url })).rejects.toMatchObject({
      code: "record-invalid",
    });
  });

  test("names that lead out of the model lead nowhere", async () => {
    const { url } = await serve((_, response) =>
      sendJson(response, [{ type: "file", path: "../../etc/passwd", oid: blob("a"), size: 1 }]),
    );
    const { outcome, facts } = await against(makeTree({ a: "a" }), name, { hubEndpoint: url });
    expect([outcome, facts.map(({ kind }) => kind)]).toEqual(["tampered", ["differs", "differs"]]);
  });

  test.each(["hf:", "hf:a b", "hf:org/name/more@x", "hf:../../x", "hf:org/name@"])(
    "%s is refused before anything is asked",
    async (record) => {
      const ask = async () =>
        against(makeTree({ a: "a" }), record, { hubEndpoint: "http://127.0.0.1:1" });
      await expect(ask()).rejects.toMatchObject({ code: "usage" });
    },
  );
});
