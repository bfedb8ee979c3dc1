import openai


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
        return eval(self.expression)  # sink


if __name__ == "__main__":
    print(WordProblemSolver().read("Three boxes of twelve eggs, two broken").solve())
