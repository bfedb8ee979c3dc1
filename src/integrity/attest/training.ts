import { z } from "zod";
import { paviseVersion } from "../../engine/version.ts";
import {
  provenanceType,
  subjectOf,
  type ResourceDescriptor,
  type Statement,
  type SubjectModel,
} from "./statement.ts";

/** What kind of build a training is; the shape of its parameters goes with it. */
export const trainingType = "urn:pavise:build:training:v1";

/** What is known of a training. */
export interface Training {
  /** Who runs trainings: the URI of a workflow, of a service. */
  readonly builder: string;
  /** What the person who started it chose: hyperparameters, the content of a configuration. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What went in: data, base models, code, containers, each with its digest. */
  readonly inputs: readonly ResourceDescriptor[];
  readonly invocation?: string;
  /** ISO 8601. */
  readonly startedOn?: string;
  readonly finishedOn: string;
  /** What came out beside the model, such as metrics. */
  readonly byproducts?: readonly ResourceDescriptor[];
}

/** Says how a model came to be: SLSA Provenance, version 1. */
export function trainingStatement(model: SubjectModel, training: Training): Statement {
  const { builder, parameters, inputs, invocation, startedOn, finishedOn } = training;
  return {
    subject: subjectOf(model),
    predicateType: provenanceType,
    predicate: {
      buildDefinition: {
        buildType: trainingType,
        externalParameters: parameters,
        resolvedDependencies: inputs,
      },
      runDetails: {
        builder: { id: builder, version: { pavise: paviseVersion() } },
        metadata: {
          ...(invocation === undefined ? {} : { invocationId: invocation }),
          ...(startedOn === undefined ? {} : { startedOn }),
          finishedOn,
        },
        ...(training.byproducts === undefined ? {} : { byproducts: training.byproducts }),
      },
    },
  };
}

const Provenance = z.object({
  buildDefinition: z.object({
    buildType: z.string(),
    resolvedDependencies: z
      .array(z.object({ name: z.string().optional(), uri: z.string().optional() }))
      .optional(),
  }),
  runDetails: z.object({
    builder: z.object({ id: z.string() }),
    metadata: z.object({ finishedOn: z.string().optional() }).optional(),
  }),
});

/** What a policy asks of a training. */
export interface KnownTraining {
  readonly builder: string;
  readonly at: string | undefined;
  /** Names of what went in. */
  readonly inputs: readonly string[];
}

/** Reads provenance, of ours and of others; undefined where the predicate is none. */
export function readTraining({ predicateType, predicate }: Statement): KnownTraining | undefined {
  if (predicateType !== provenanceType) return undefined;
  const read = Provenance.safeParse(predicate);
  if (!read.success) return undefined;
  const { buildDefinition, runDetails } = read.data;
  return {
    builder: runDetails.builder.id,
    at: runDetails.metadata?.finishedOn,
    inputs: (buildDefinition.resolvedDependencies ?? []).flatMap(({ name, uri }) =>
      [name, uri].filter((each) => each !== undefined),
    ),
  };
}
