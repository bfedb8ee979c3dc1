from openai import OpenAI


class Assistant:
    def __init__(self) -> None:
        self.client = OpenAI(timeout=30)
        self.instructions = "You help customers."

    def configure(self, extra: str) -> None:
        self.instructions = self.instructions + " " + extra

    def ask(self, question: str) -> str:
        response = self.client.responses.create(  # sink
            model="gpt-5-mini",
            max_output_tokens=300,
            input=[
                {"role": "developer", "content": self.instructions},
                {"role": "user", "content": question},
            ],
        )
        return response.output_text
