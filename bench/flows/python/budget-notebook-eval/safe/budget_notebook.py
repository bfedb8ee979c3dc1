# %% [markdown]
# Monthly budget, exported from the notebook with jupytext

# %%
import csv

from openai import OpenAI

client = OpenAI()
MODEL = "gpt-4.1-mini"

# %%
def ask(question: str) -> str:
    r = client.responses.create(
        model=MODEL,
        instructions="Answer with a single number, nothing else.",
        input=question,
    )
    return r.output_text.strip().rstrip(";")


# %%
rows = list(csv.DictReader(open("budget.csv", newline="")))
total = 0.0
for row in rows:
    formula = ask(f"Yearly cost of {row['label']} at {row['monthly']} a month?")
    cost = float(formula)
    total += cost
    print(f"{row['label']:<20}{cost:>10.2f}")

# %%
print("total", total)
