import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import {
  judge,
  PaviseError,
  type CoverageReason,
  type Run,
  type Threshold,
} from "../../core/index.ts";
import { defaultConfig } from "../../engine/config.ts";
import { scan } from "../../engine/scan.ts";
import { isSameStamp, listModel, nameBelow } from "../model/list.ts";
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

/** Why a file that was not read from end to end hides nothing. */
const harmless: ReadonlySet<CoverageReason> = new Set<CoverageReason>(["no-check", "empty"]);

/** Files of a model that the scan has not looked at, or not wholly. */
function unseen({ listing }: DigestedModel, run: Run): readonly string[] {
  const seen = new Set(
    run.coverage.assets.flatMap(({ path, status, reason }) =>
      status === "checked" || (reason !== undefined && harmless.has(reason)) ? [path] : [],
    ),
  );
  const pathOf = (name: string): string => (listing.isFile ? name : `${listing.name}/${name}`);
  // What a link leads to within the model is looked at under its own name.
  const isElsewhere = (file: string): boolean =>
    nameBelow(realpathSync(listing.root), realpathSync(file)) !== undefined;
  return listing.files
    .filter(
      ({ name, file, isLinked }) => !seen.has(pathOf(name)) && !(isLinked && isElsewhere(file)),
    )
    .map(({ name }) => name);
}

/**
 * Scans a model and hashes it, so that both are about the same bytes: a file that changes between the
 * two ends it. Neither a configuration, comments nor a `.gitignore` of the model count: every file that
 * is hashed is named to the scan, and one that it has not read is a problem. Throws `model-unfit`.
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
    targets: [digested.listing.root, ...digested.listing.files.map(({ file }) => file)],
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
  const problems = unseen(digested, run).map((name) => `${name} was not looked at`);
  const whole = { ...run, problems: [...run.problems, ...problems] };
  return { digested, run: withoutPermissions(whole, failOn) };
}
