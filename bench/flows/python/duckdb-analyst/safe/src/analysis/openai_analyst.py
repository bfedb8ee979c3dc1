from openai import OpenAI

from analysis.base import Analyst


class OpenAIAnalyst(Analyst):
    def __init__(self, model: str):
        super().__init__()
        self.model = model
        self.client = OpenAI(timeout=20)

    def statement(self, question: str) -> str:
        response = self.client.responses.create(
            model=self.model,
            instructions="Answer longest or average.",
            input=question,
            max_output_tokens=200,
        )
        if response.output_text.strip() == "longest":
            return "SELECT max(minutes) FROM 'trips.parquet'"
        return "SELECT avg(minutes) FROM 'trips.parquet'"


if __name__ == "__main__":
    print(OpenAIAnalyst("gpt-5-mini").answer("How long is the average trip?"))
