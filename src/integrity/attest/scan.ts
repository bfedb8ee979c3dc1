import { dirname } from "node:path";
import { judge, PaviseError, type Run, type Threshold } from "../../core/index.ts";
import { defaultConfig } from "../../engine/config.ts";
import { scan } from "../../engine/scan.ts";
import { isSameStamp, listModel } from "../model/list.ts";
import { digestModel, type DigestedModel, type SerializeOptions } from "../sign.ts";

/** Comments in the model may say "allow": its author is not who decides. */
function withoutPermissions(run: Run, failOn: Threshold): Run {
  if (run.suppressed.length === 0) return run;
  const findings = [
    ...run.findings,
    ...run.suppressed.map(({ suppression: _suppression, ...each }) => each),
  ];
  const policy = { ...defaultConfig.gate, rules: [], failOn, audience: run.audience };
  const gate = judge({ findings, coverage: run.coverage.assets, policy });
  return { ...run, findings, suppressed: [], gate };
}

/**
 * Scans a model and hashes it, so that both are about the same bytes: a file that changes between the
 * two ends it. Neither a configuration nor comments in the model count. Throws `model-unfit`.
 */
export async function scanModel(
  model: string,
  options: SerializeOptions & {
    readonly signatureFile: string;
    readonly failOn?: Threshold;
    readonly compileCache?: string;
  },
): Promise<{ readonly digested: DigestedModel; readonly run: Run }> {
  const digested = await digestModel(model, options);
  const { failOn = "high", compileCache, signal } = options;
  const gate = { ...defaultConfig.gate, failOn };
  const run = await scan({
    targets: [model],
    config: { ...defaultConfig, gate },
    cwd: dirname(digested.listing.root),
    signal,
    compileCache,
  });
  const before = new Map(digested.listing.files.map((file) => [file.name, file.stamp]));
  const { ignorePaths = [], allowSymlinks } = digested.manifest.serialization;
  const after = listModel(model, { ignore: ignorePaths, allowSymlinks });
  const isSame =
    after.files.length === before.size &&
    after.unfit.length === 0 &&
    after.files.every(({ name, stamp }) => {
      const known = before.get(name);
      return known !== undefined && isSameStamp(known, stamp);
    });
  if (!isSame)
    throw new PaviseError("model-unfit", `${model} changed while it was scanned`, {
      hint: "Wait until nothing writes to it any more, then try again.",
    });
  return { digested, run: withoutPermissions(run, failOn) };
}
