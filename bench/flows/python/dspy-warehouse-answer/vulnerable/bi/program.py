import dspy


class ToReport(dspy.Signature):
    """Choose what answers the question."""

    question: str = dspy.InputField()
    statement: str = dspy.OutputField(desc="one statement")


class Analyst(dspy.Module):
    def __init__(self):
        super().__init__()
        self.think = dspy.ChainOfThought(ToReport)

    def forward(self, question):
        return self.think(question=question)
