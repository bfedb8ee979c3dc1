from e2b_code_interpreter import Sandbox


def run_code(source: str) -> str:
    with Sandbox.create(timeout=60) as sandbox:
        execution = sandbox.run_code(source)
    return "".join(execution.logs.stdout)
