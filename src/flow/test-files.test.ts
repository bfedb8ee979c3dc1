import { expect, test } from "vitest";
import { isTestFile } from "./test-files.ts";

test.each([
  ["tests/test_agent.py", "import pytest\n"],
  ["pkg/agent_test.py", "from unittest import TestCase\n"],
  ["conftest.py", "import pytest\n\n@pytest.fixture\ndef model(): ...\n"],
  ["test_run.py", "import os\n\n\nasync def test_run():\n    pass\n"],
  ["src/agent.test.ts", 'import { run } from "./agent";\n\ntest("runs", () => {});\n'],
  ["src/agent.spec.tsx", 'describe.each([1])("runs", () => {});\n'],
])("%s is a file of tests", (path, text) => {
  expect(isTestFile(path, text)).toBe(true);
});

test.each([
  // A name alone says little: samples and programs are called so as well.
  ["test_001.py", "import os\n\nos.system(input())\n"],
  ["speed_test.py", "from flask import request\n\ndef run():\n    pass\n"],
  ["latest.py", "def test_connection():\n    pass\n"],
  ["tests/app.py", "import pytest\n"],
  ["app.ts", "test(1);\n"],
  ["a.test.ts", "export const latest = 1;\n"],
])("%s is not", (path, text) => {
  expect(isTestFile(path, text)).toBe(false);
});
