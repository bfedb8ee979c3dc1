import type { CommandSpec } from "./options.ts";
import { outputNote, runOptions } from "./specs-common.ts";

/** `pavise attack` */
export const attackSpec: CommandSpec = {
  name: "attack",
  summary: "Attack a model with adversarial inputs, and measure how it holds.",
  operands: "MODEL|FOLDER",
  options: [
    {
      name: "data",
      value: "FILE",
      about: "Inputs: npy, npz, csv, parquet, IDX, or a folder of pictures by class.",
    },
    { name: "labels", value: "FILE", about: "Their classes, where they stand apart." },
    {
      name: "attack",
      short: "a",
      value: "ID",
      about: "An attack, or ID:NORM. May be repeated; --list has them.",
    },
    { name: "norm", value: "NORM", about: "linf, l2, l1 or l0." },
    {
      name: "eps",
      value: "E",
      about:
        "How far an input may be moved, in its own units: 8/255, or 8 for inputs of 0..255. Several draw a curve; the first is judged.",
    },
    { name: "steps", value: "N", about: "Steps of attacks that have them." },
    { name: "step-size", value: "E", about: "How far one step goes." },
    { name: "restarts", value: "N", about: "Starts, of which the best counts." },
    { name: "random-start", about: "Start at random within eps." },
    { name: "no-random-start", about: "Start at the input itself." },
    {
      name: "targeted",
      about: "Make the model answer a certain other class: one drawn by chance.",
    },
    {
      name: "target",
      value: "WHICH",
      about: "The same with the class: random, least-likely, second, next, or its number.",
    },
    { name: "queries", value: "N", about: "Queries that one input may cost." },
    {
      name: "set",
      value: "NAME=VALUE",
      about: "Any parameter of an attack, or ATTACK.NAME=VALUE. May be repeated.",
    },
    {
      name: "corruptions",
      about: "Also measure common corruptions: noise, blur, weather, compression.",
    },
    {
      name: "certify",
      about: "Also prove, for each input, that nothing within eps changes its answer (CROWN).",
    },
    {
      name: "backdoors",
      about: "Also search for backdoors: triggers that turn every input into one class.",
    },
    {
      name: "extract",
      about: "Also train copies on the model's answers, and say how near they come.",
    },
    { name: "extract-queries", value: "N,…", about: "The same with these budgets of queries." },
    {
      name: "members",
      value: "FILE",
      about: "Inputs that the model was trained on: also try to tell them from --data.",
    },
    { name: "member-labels", value: "FILE", about: "Their classes, where they stand apart." },
    { name: "scale", value: "X", about: "Multiply the stored numbers: 1/255." },
    { name: "range", value: "A,B", about: "The valid range of an input, after --scale." },
    { name: "mean", value: "M,…", about: "Taken off after --scale, one for each channel." },
    { name: "std", value: "S,…", about: "Divided by after --mean, one for each channel." },
    { name: "layout", value: "ORDER", about: "nchw or nhwc: the axes that the model takes." },
    { name: "data-layout", value: "ORDER", about: "nchw or nhwc: the axes of the data." },
    { name: "size", value: "H,W", about: "Height and width of pictures." },
    { name: "classes", value: "FILE", about: "Names of the classes, one a line." },
    { name: "input-name", value: "NAME", about: "The graph's input, where it has several." },
    { name: "output-name", value: "NAME", about: "The graph's output, where it has several." },
    { name: "limit", short: "n", value: "N", about: "At most so many inputs." },
    { name: "batch", value: "N", about: "Inputs at once." },
    { name: "seed", value: "N", about: "Repeats the same random numbers (default: 0)." },
    { name: "provider", value: "NAME", about: "cpu, cuda, webgpu or coreml: what runs the model." },
    { name: "threads", value: "N", about: "Threads within an operator." },
    {
      name: "memory",
      value: "MIB",
      about: "Memory that the attack may take (default: most of the machine's).",
    },
    {
      name: "min-robust-accuracy",
      value: "SHARE",
      about:
        "The gate: the least share of inputs, from 0 to 1, that must be right under every attack at its first eps.",
    },
    {
      name: "config",
      short: "c",
      value: "FILE",
      about: "The configuration; pavise.yaml of the folder, else of the current one.",
    },
    { name: "list", about: "List the attacks with their papers and parameters." },
    ...runOptions,
    { name: "quiet", short: "q", about: "Only the summary." },
  ],
  notes: [
    "A FOLDER has a pavise.yaml whose section `robustness` names model, data and attacks; what the command line says comes before it. Without --attack the model gets FGSM and PGD where gradients can be had, Square where it gives scores, HopSkipJump where it gives classes only.",
    "Robust accuracy is the share of all inputs that are right after the attack: what is wrong from the start counts as wrong.",
    outputNote,
    "Exit status: 0 the gate passes, 1 it fails, 2 wrong usage, model or data and nothing was measured, 3 stopped or broken off: what is known is written.",
  ],
  examples: [
    ["pavise attack examples/fashion-classifier", "all of it stated in its pavise.yaml"],
    [
      "pavise attack model.onnx --data x.npy --labels y.npy --scale 1/255 --attack pgd --eps 8/255 --min-robust-accuracy 0.4",
      "a gate for a pipeline",
    ],
    [
      "pavise attack model.onnx --data x.npy --labels y.npy -a pgd --eps 2/255 --eps 4/255 --eps 8/255 -o attack.html",
      "a curve, as a page",
    ],
    ["pavise attack --list", "the attacks"],
  ],
};
