import { describe, expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import {
  compose,
  dockerfile,
  findingsIn,
  gitlab,
  jenkins,
  workflow,
  type PipelineCase,
} from "../../testing/pipeline-cases.ts";
import { installUnlocked } from "./install-unlocked.ts";

const run = (line: string): PipelineCase => workflow({ steps: `- run: ${line}` });
const image = (line: string): PipelineCase => dockerfile(`FROM x\nRUN ${line}`);

checkCases(installUnlocked, {
  found: [
    run("pip install torch"),
    run("pip install 'torch>=2'"),
    run("pip install torch==2.7.1"),
    run("pip install -r requirements.txt"),
    run("pip install -rrequirements.txt"),
    run("python -m pip install --upgrade pip"),
    run("uv pip install --system torch"),
    run("uv tool install ruff"),
    run("pip install https://a.example/x-1.0-py3-none-any.whl"),
    run("conda install -y -c pytorch pytorch"),
    run("conda env create -f environment.yml"),
    run("poetry update"),
    run("pipenv install"),
    run("uv sync --upgrade"),
    image("pip3 install --no-cache-dir flask torch"),
    image("mamba install -y cudatoolkit && mamba clean -a"),
    image(
      "apt-get update && pip install vllm --extra-index-url https://download.pytorch.org/whl/cu121",
    ),
    gitlab("job:\n  stage: x\n  before_script:\n    - pip install torch\n  script: x\n"),
    jenkins("node { sh 'pip install torch' }"),
    compose("app:\n    build: .\n    command: sh -c 'pip install flask && python app.py'"),
  ],
  clean: [
    run("pip install ."),
    run("pip install -e '.[dev,test]'"),
    run("pip install --no-deps -e ."),
    run("pip install dist/*.whl"),
    run("pip install --require-hashes -r requirements.txt"),
    run("pip install --no-index --find-links wheels x"),
    run("pip install $PACKAGES"),
    run("uv sync"),
    run("uv sync --locked --all-extras"),
    run("uv run pytest"),
    run("uv pip compile requirements.in"),
    run("poetry install --with dev"),
    run("pipenv install --deploy"),
    run("conda create -n x --file conda-linux-64.lock"),
    run("conda activate x"),
    run("pip download --no-deps ."),
    run("pip install git+https://github.com/a/b"),
    run("pip --version"),
    image("pip install 'x @ https://a.example/x.whl#sha256=abc'"),
  ],
});

describe("who wants to read it", () => {
  const audience = (item: PipelineCase): string =>
    findingsIn(installUnlocked, item)[0]?.details.audience ?? "default";
  const publish = (line: string): PipelineCase =>
    workflow({ steps: `- run: ${line}\n- uses: pypa/gh-action-pypi-publish@release/v1` });
  test("a job that builds what another one publishes counts as that one", () => {
    const steps =
      "- run: pip install build\n- uses: actions/upload-artifact@v4\n  with: { path: dist }";
    const { code, ...item } = workflow({ steps });
    const other = "  publish:\n    steps:\n      - uses: pypa/gh-action-pypi-publish@release/v1\n";
    expect(audience({ ...item, code })).toBe("audit");
    expect(audience({ ...item, code: code + other })).toBe("default");
  });
  test.each([
    [image("pip install torch"), "default"],
    [image("pip install -U pip setuptools wheel"), "audit"],
    [image("pip install torch==2.7.1"), "audit"],
    [image("pip install -r requirements.txt"), "audit"],
    [image("pip install -c constraints.txt torch"), "audit"],
    [run("pip install torch"), "pedantic"],
    [run("pip install pytest ruff"), "audit"],
    [publish("pip install build twine"), "default"],
    [publish("pip install build==1.2.2"), "audit"],
    [publish("pip install --upgrade pip"), "pedantic"],
  ])("%#", (item, expected) => {
    expect(audience(item)).toBe(expected);
  });
});
