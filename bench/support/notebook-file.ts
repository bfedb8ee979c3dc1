import type { Random } from "./random.ts";

const words =
  "<td>0.123</td> <tr> </tr> <th>mean</th> epoch loss accuracy val_loss 3.14159 2.71828 0.5 the model of data and class='dataframe' Möbius".split(
    " ",
  );

function line(random: Random, count: number): string {
  return `${Array.from({ length: count }, () => random.pick(words)).join(" ")}\n`;
}

/** Base64 as pictures have it. */
function picture(random: Random, bytes: number): string {
  const buffer = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 4) buffer.writeUInt32LE(random.below(2 ** 32), at);
  return `${buffer.toString("base64")}\n`;
}

function outputs(random: Random, number: number): readonly object[] {
  const table = Array.from({ length: 300 }, () => line(random, 12));
  const printed = Array.from(
    { length: 200 },
    (_, at) => `\u001b[31mEpoch ${at}/200\u001b[0m loss=0.${random.below(1e6)}\n`,
  );
  return [
    ...(number % 2 === 0
      ? []
      : [
          {
            output_type: "display_data",
            metadata: {},
            data: { "image/png": picture(random, 60_000), "text/plain": ["<Figure size 640x480>"] },
          },
        ]),
    {
      output_type: "execute_result",
      execution_count: number,
      metadata: {},
      data: { "text/html": table, "text/plain": table.slice(0, 20) },
    },
    { output_type: "stream", name: "stdout", text: printed },
  ];
}

/** A notebook of about `bytes`; each second cell has a weakness in its fourth line. */
export function makeNotebook(bytes: number, random: Random): { text: string; cells: number } {
  const cells: string[] = [];
  let size = 0;
  for (let number = 1; size < bytes; number++) {
    const source = [
      "import torch\n",
      "%matplotlib inline\n",
      "\n",
      "torch.load(path)\n",
      "!ls -la",
    ];
    const cell = {
      cell_type: "code",
      execution_count: number,
      metadata: {},
      outputs: outputs(random, number),
      source,
    };
    const title = { cell_type: "markdown", metadata: {}, source: [`## Part ${number}`] };
    for (const each of [title, cell]) {
      const text = JSON.stringify(each, null, 1);
      size += text.length;
      cells.push(text);
    }
  }
  const metadata = '{"kernelspec": {"name": "python3", "language": "python"}}';
  const text = `{"cells": [${cells.join(",\n")}], "metadata": ${metadata}, "nbformat": 4, "nbformat_minor": 5}\n`;
  return { text, cells: cells.length };
}
