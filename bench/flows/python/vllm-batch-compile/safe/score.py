import ast

from vllm import LLM, SamplingParams

PROMPTS = {
    "fib": "Write fib(n) in Python.",
    "gcd": "Write gcd(a, b) in Python.",
}


def sample(llm: LLM) -> dict[str, list[str]]:
    outputs = llm.generate(list(PROMPTS.values()), SamplingParams(n=4, max_tokens=256))
    return {
        name: [candidate.text for candidate in output.outputs]
        for name, output in zip(PROMPTS, outputs)
    }


def score(solutions: dict[str, list[str]]) -> dict[str, float]:
    scores = {}
    for name, candidates in solutions.items():
        passed = 0
        for candidate in candidates:
            try:
                tree = ast.parse(candidate)
            except SyntaxError:
                continue
            names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
            passed += name in names
        scores[name] = passed / len(candidates)
    return scores


print(score(sample(LLM(model="/models/coder-7b"))))
