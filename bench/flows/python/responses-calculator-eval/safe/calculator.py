import ast
import operator

import openai

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
}


def compute(node: ast.AST) -> float:
    match node:
        case ast.Expression(body=body):
            return compute(body)
        case ast.Constant(value=int() | float() as value):
            return value
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](compute(left), compute(right))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -compute(operand)
    raise ValueError("not arithmetic")


class WordProblemSolver:
    def __init__(self, model: str = "gpt-5-mini") -> None:
        self.client = openai.OpenAI(timeout=20)
        self.model = model
        self.expression = ""

    def read(self, problem: str) -> "WordProblemSolver":
        response = self.client.responses.create(
            model=self.model,
            instructions="Turn the word problem into one arithmetic expression.",
            input=problem,
            max_output_tokens=100,
        )
        self.expression = response.output_text.strip()
        return self

    def solve(self) -> float:
        return compute(ast.parse(self.expression, mode="eval"))


if __name__ == "__main__":
    print(WordProblemSolver().read("Three boxes of twelve eggs, two broken").solve())
