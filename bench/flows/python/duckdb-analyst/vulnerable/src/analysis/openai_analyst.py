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
            instructions="Answer with one DuckDB statement over 'trips.parquet'.",
            input=question,
            max_output_tokens=200,
        )
        return response.output_text


if __name__ == "__main__":
    print(OpenAIAnalyst("gpt-5-mini").answer("How long is the average trip?"))
