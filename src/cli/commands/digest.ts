import { digestModel } from "../../integrity/sign.ts";
import { formatBytes, oneLine } from "../../report/text.ts";
import { painter } from "../help.ts";
import { hashLine, modelOf, serializeOptions, signatureFileOf } from "../hashing.ts";
import { interruptible } from "../interrupt.ts";
import type { Given } from "../options.ts";
import type { Stage } from "../stage.ts";

/** `pavise digest` */
export async function digestCommand(given: Given, stage: Stage): Promise<number> {
  const model = modelOf(given);
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const signatureFile = signatureFileOf(given, model);
  const options = { ...serializeOptions(given), signatureFile, signal, onProgress: progress.show };
  const { manifest, root, listing } = await digestModel(model, options).finally(() => {
    progress.clear();
    done();
  });
  const { resources, bytes, serialization } = manifest;
  if (given.has("quiet")) {
    await stage.print(`sha256:${root}\n`);
    return 0;
  }
  if (given.has("json")) {
    const { hashType, shardSize } = serialization;
    const document = { root: { sha256: root }, hash: hashType, shardSize, bytes, resources };
    await stage.print(`${JSON.stringify(document, undefined, 2)}\n`);
    return 0;
  }
  const paint = painter(stage.color);
  // The format of sha256sum, so that `sha256sum -c` can read it.
  const lines = resources.map(({ name, digest }) => `${digest}  ${oneLine(name)}`);
  await stage.print(`${lines.join("\n")}\n`);
  const count = `${listing.files.length} ${listing.files.length === 1 ? "file" : "files"}`;
  stage.note(`${paint("bold", `sha256:${root}`)}  the whole, ${count}, ${formatBytes(bytes)}\n`);
  return 0;
}
