// What is looked at beside attacks: certified bounds, backdoors, copies, members of the training data.
import { PaviseError, type BackdoorSearch } from "../../core/index.ts";
import { searchBackdoor, backdoorParameters } from "../backdoor/search.ts";
import { signsOf } from "../backdoor/signs.ts";
import { countOf, pick } from "../batch.ts";
import { certificationParameters, certify } from "../certify/certify.ts";
import type { Network } from "../certify/sessions.ts";
import { isDifferentiable, type Classifier } from "../classifier.ts";
import type { Norm } from "../attacks/define.ts";
import { extract, extractionParameters } from "../extraction/extract.ts";
import { inferMembership, membershipParameters, type Labelled } from "../membership/infer.ts";
import { randomOf } from "../random.ts";
import { shuffled } from "../surrogate/train.ts";
import type { AttackRecord, LabelledInputs, PlannedAttack } from "./evaluation.ts";
import type { Examination } from "./evaluation-options.ts";
import type { ExaminationRequest } from "./job.ts";
import { changePicture } from "./pictures.ts";
import { rateOf } from "./statistics.ts";

export interface ExamineGiven {
  readonly model: Classifier;
  readonly data: LabelledInputs;
  readonly plans: readonly PlannedAttack[];
  readonly request: ExaminationRequest;
  readonly members: Labelled | undefined;
  readonly seed: number;
}

function hasPlan(model: Classifier): model is Classifier & Network {
  return "plan" in model;
}

const since = (start: number): number => (performance.now() - start) / 1000;

/** Norm and eps that are certified: those of the first attack that is bounded in a norm that has bounds. */
function boundOf(plans: readonly PlannedAttack[]): { norm: Exclude<Norm, "l0">; eps: number } {
  for (const { norm, eps } of plans) {
    const [first] = eps;
    if (norm !== undefined && norm !== "l0" && first !== undefined) return { norm, eps: first };
  }
  throw new PaviseError("usage", "no eps is named for which to certify", {
    hint: "Name an attack with a norm and an eps: --attack pgd --norm linf --eps 8/255.",
  });
}

/** Inputs that attacks of this run broke at a norm and eps. */
function brokenBy(
  records: readonly AttackRecord[],
  { norm, eps }: { norm: Norm; eps: number },
  labels: Int32Array,
): Set<number> {
  const broken = new Set<number>();
  for (const { plan, results } of records) {
    if (plan.norm !== norm || norm === "l0") continue;
    for (const [at, item] of results.items.entries())
      if (results.after[at] !== labels[item] && results[norm][at]! <= eps * (1 + 1e-5))
        broken.add(item);
  }
  return broken;
}

function certification({ model, data, plans, request }: ExamineGiven): Examination {
  return {
    step: "certified bounds",
    run: async ({ records, clean, done, signal }) => {
      const start = performance.now();
      const bound = boundOf(plans);
      const method = request.certify ?? "crown";
      const { labels, inputs } = data;
      const count = labels.length;
      const broken = brokenBy(records, bound, labels);
      for (const [item, label] of labels.entries())
        if (clean.classes[item] !== label) broken.add(item);
      const open = Array.from(labels.keys()).filter((item) => !broken.has(item));
      const base = { ...bound, method, evaluated: count, broken: broken.size / count };
      try {
        if (!hasPlan(model))
          throw new PaviseError("model-unsupported", "bounds need the model's graph");
        const found = await certify(
          model,
          {
            inputs: pick(inputs, open),
            labels: Int32Array.from(open, (item) => labels[item]!),
            range: model.range,
            progress: done,
            ...(signal && { signal }),
          },
          certificationParameters.parse({ ...bound, method }),
        );
        const certified = found.filter(({ isCertified }) => isCertified).length;
        return {
          certification: {
            ...base,
            certified: rateOf(certified, count),
            unknown: (open.length - certified) / count,
            seconds: since(start),
          },
        };
      } catch (error) {
        if (!(error instanceof PaviseError) || error.code !== "model-unsupported") throw error;
        return {
          certification: {
            ...base,
            certified: { value: 0, low: 0, high: 0 },
            unknown: open.length / count,
            seconds: since(start),
            refusal: error.message,
          },
        };
      }
    },
  };
}

function backdoors({ model, data, seed }: ExamineGiven): Examination {
  return {
    step: "backdoors",
    run: async ({ done, signal }) => {
      const start = performance.now();
      if (!isDifferentiable(model))
        throw new PaviseError("model-unsupported", "the search for backdoors needs gradients", {
          hint: "Give a model whose gradients can be had: ONNX, Keras, TF.js.",
        });
      const found = await searchBackdoor(
        model,
        {
          inputs: data.inputs,
          labels: data.labels,
          random: randomOf(seed).fork("backdoors"),
          progress: done,
          ...(signal && { signal }),
        },
        backdoorParameters.parse({}),
      );
      const signs = hasPlan(model) ? await signsOf(model) : undefined;
      const search: BackdoorSearch = {
        classes: found.map(({ label, radius, ratio, isSuspect, change }) => {
          const picture =
            isSuspect && change !== undefined ? changePicture(change, model.inputShape) : undefined;
          return { label, radius, ratio, isSuspect, ...(picture !== undefined && { picture }) };
        }),
        graph: [...(signs?.graph ?? [])],
        ...(signs?.lastLayer && { lastLayer: [...signs.lastLayer.deviation] }),
        seconds: since(start),
      };
      return { backdoors: search };
    },
  };
}

/** Share of the data that copies are compared on. */
const heldOut = 0.25;

function extraction({ model, data, request, seed }: ExamineGiven): Examination {
  return {
    step: "copying the model",
    run: async ({ done, signal }) => {
      const start = performance.now();
      const random = randomOf(seed).fork("extraction");
      const order = shuffled(countOf(data.inputs), random.fork("split"));
      const cut = Math.ceil(order.length * heldOut);
      const [test, pool] = [order.subarray(0, cut), order.subarray(cut)];
      const parameters = extractionParameters.parse({ budgets: [...(request.extract ?? [])] });
      const { points, notes, chance, modelAccuracy } = await extract(
        model,
        {
          pool: pick(data.inputs, pool),
          test: pick(data.inputs, test),
          labels: Int32Array.from(test, (item) => data.labels[item]!),
          random,
          progress: done,
          ...(signal && { signal }),
        },
        parameters,
      );
      return {
        extraction: {
          strategy: parameters.strategy,
          points,
          chance,
          ...(modelAccuracy !== undefined && { modelAccuracy }),
          notes: [...notes],
          seconds: since(start),
        },
      };
    },
  };
}

function membership({ model, data, members, seed }: ExamineGiven): Examination {
  return {
    step: "members of the training data",
    run: async ({ done, signal }) => {
      const start = performance.now();
      // A half of what is no member serves shadow models; no input is on both sides.
      const order = shuffled(countOf(data.inputs), randomOf(seed).fork("shadow split"));
      const half = order.length >> 1;
      const part = (items: Int32Array): Labelled => ({
        inputs: pick(data.inputs, items),
        labels: Int32Array.from(items, (item) => data.labels[item]!),
      });
      const others = part(order.subarray(0, half));
      const found = await inferMembership(
        model,
        {
          members: members!,
          others,
          shadow: part(order.subarray(half)),
          random: randomOf(seed).fork("membership"),
          progress: done,
          ...(signal && { signal }),
        },
        membershipParameters.parse({}),
      );
      return {
        membership: {
          members: members!.labels.length,
          others: others.labels.length,
          memberAccuracy: found.memberAccuracy,
          otherAccuracy: found.otherAccuracy,
          attacks: found.attacks.map(
            ({ id, paper, auc, aucInterval, balancedAccuracy, truePositiveRate }) => ({
              id,
              paper,
              auc,
              interval: [aucInterval[0], aucInterval[1]] as const,
              balancedAccuracy,
              ...(truePositiveRate.at1 !== undefined && { foundAt1: truePositiveRate.at1 }),
            }),
          ),
          notes: [...found.notes],
          seconds: since(start),
        },
      };
    },
  };
}

/** What is asked for, in the order in which it runs. */
export function examinationsOf(given: ExamineGiven): readonly Examination[] {
  const { request, members } = given;
  return [
    ...(request.certify === undefined ? [] : [certification(given)]),
    ...(request.backdoors ? [backdoors(given)] : []),
    ...(request.extract === undefined ? [] : [extraction(given)]),
    ...(members === undefined ? [] : [membership(given)]),
  ];
}
