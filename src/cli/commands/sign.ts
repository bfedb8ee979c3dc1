import { signModel } from "../../integrity/sign.ts";
import { formatBytes } from "../../report/text.ts";
import { painter } from "../help.ts";
import { hashLine, modelOf, serializeOptions, signatureFileOf } from "../hashing.ts";
import { interruptible } from "../interrupt.ts";
import type { Given } from "../options.ts";
import { sealOf } from "../sealing.ts";
import type { Stage } from "../stage.ts";

/** `pavise sign` */
export async function signCommand(given: Given, stage: Stage): Promise<number> {
  const model = modelOf(given);
  const signatureFile = signatureFileOf(given, model);
  const seal = await sealOf(given);
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const options = { ...serializeOptions(given), seal, signal, onProgress: progress.show };
  const signed = await signModel(model, signatureFile, options).finally(() => {
    progress.clear();
    done();
  });
  const { listing, manifest, root } = signed;
  const paint = painter(stage.color);
  const count = `${listing.files.length} ${listing.files.length === 1 ? "file" : "files"}`;
  await stage.print(
    `${paint("green", "✔")} Signed ${count} (${formatBytes(manifest.bytes)}): ${signatureFile}\n` +
      `  ${paint("dim", "digest")}  sha256:${root}\n`,
  );
  return 0;
}
