import dspy
import pandas as pd


class Derive(dspy.Signature):
    """Write a pandas expression that derives the wanted column."""

    columns: list[str] = dspy.InputField()
    wanted: str = dspy.InputField()
    expression: str = dspy.OutputField()


class Deriver(dspy.Module):
    def __init__(self) -> None:
        super().__init__()
        self.predict = dspy.ChainOfThought(Derive)

    def forward(self, frame: pd.DataFrame, wanted: str) -> pd.Series:
        prediction = self.predict(columns=list(frame.columns), wanted=wanted)
        return pd.eval(prediction.expression, target=frame)  # sink


dspy.configure(lm=dspy.LM("openai/gpt-4o-mini", max_tokens=500))
print(Deriver()(pd.read_csv("orders.csv"), "revenue after discount"))
