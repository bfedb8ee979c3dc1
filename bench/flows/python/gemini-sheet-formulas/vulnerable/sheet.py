import ast
import operator

from google import genai

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def walk(node, cells):
    if isinstance(node, ast.Expression):
        return walk(node.body, cells)
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.Name):
        return cells[node.id]
    if isinstance(node, ast.BinOp) and type(node.op) in OPS:
        return OPS[type(node.op)](walk(node.left, cells), walk(node.right, cells))
    raise ValueError("only arithmetic")


class Sheet:
    def __init__(self, cells):
        self.cells = cells
        self.gemini = genai.Client()
        self.formula = "0"

    def describe(self, wish):
        answer = self.gemini.models.generate_content(
            model="gemini-2.0-flash",
            contents=f"Cells: {sorted(self.cells)}. Write a formula with + - * / for: {wish}",
        )
        self.formula = answer.text.strip()
        return self

    def value(self):
        code = compile(self.formula, "<formula>", "eval")
        return eval(code, {}, dict(self.cells))  # sink


if __name__ == "__main__":
    sheet = Sheet({"A1": 3, "A2": 5})
    print(sheet.describe("the mean of both").value())
