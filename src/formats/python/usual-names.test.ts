import { expect, test } from "vitest";
import { viewPython } from "./view.ts";

const nameIn = (text: string): string | undefined =>
  viewPython({ path: "x.py", text }).allCalls()[0]?.name;

test.each([
  ["np.load(f)", "numpy.load"],
  ["tf.keras.models.load_model(p)", "keras.models.load_model"],
  ["AutoModel.from_pretrained(n)", "transformers.AutoModel.from_pretrained"],
  ["def f():\n    return pd.read_pickle(p)", "pandas.read_pickle"],
])("%j means what everybody means by it", (text, name) => {
  expect(nameIn(text)).toBe(name);
});

test.each([
  ["import mynumpy as np\nnp.load(f)", "mynumpy.load"],
  ["np = 3\nnp.load(f)", "~np.load"],
  ["def f(np):\n    np.load(p)", "~np.load"],
  ["load(f)", "load"],
])("%j means what the file says", (text, name) => {
  expect(nameIn(text)).toBe(name);
});
