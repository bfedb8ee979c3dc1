import pandas as pd
from groq import Groq

groq = Groq()


def complete(**kw):
    res = groq.chat.completions.create(model="llama-3.1-8b-instant", temperature=0, **kw)
    return res.choices[0].message.content


ask = lambda text: complete(messages=[{"role": "user", "content": text}])  # noqa: E731


def compute(df, question):
    answer = ask(f"Columns: {list(df.columns)}. Which one is asked about: {question}")
    if answer not in df.columns:
        raise KeyError("no such column")
    return df[answer]


if __name__ == "__main__":
    frame = pd.read_csv("runs.csv")
    print(compute(frame, "the difference between loss and baseline").describe())
