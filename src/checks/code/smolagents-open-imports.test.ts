import { checkCases } from "../../testing/check-cases.ts";
import { smolagentsOpenImports } from "./smolagents-open-imports.ts";

checkCases(smolagentsOpenImports, {
  found: [
    'CodeAgent(tools=[], model=m, additional_authorized_imports=["*"])',
    'from transformers import ReactCodeAgent\nReactCodeAgent(tools=[], additional_authorized_imports=["os"])',
    "from smolagents import CodeAgent as A\nA(tools=t, model=m, additional_authorized_imports=('numpy', 'os.path'), executor_type='local')",
    "import smolagents\nimports = ['pandas', 'subprocess']\nsmolagents.CodeAgent(model=m, additional_authorized_imports=imports)",
    "from smolagents import CodeAgent\nkw = {'additional_authorized_imports': ['*']}\nCodeAgent(model=m, **kw)",
    "from smolagents.local_python_executor import LocalPythonExecutor\nLocalPythonExecutor(['*'])",
  ],
  clean: [
    "from smolagents import CodeAgent\nCodeAgent(model=m, additional_authorized_imports=['*'], executor_type='docker')",
    "from smolagents import CodeAgent\nCodeAgent(model=m, additional_authorized_imports=['numpy', 'time'])",
    "from smolagents import CodeAgent\nCodeAgent(model=m, additional_authorized_imports=imports)",
    "from mine import CodeAgent\nCodeAgent(additional_authorized_imports=['*'])",
  ],
});
