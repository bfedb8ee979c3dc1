"""A form for branch staff, and the assistant beside it."""

import gradio as gr
import pandas as pd

from . import assistant, data, serve


def assess(months, amount, age):
    """The middle applicant of the portfolio, with three answers of your own."""
    middle = data.load().drop(columns="bad").mode().iloc[0].to_dict()
    application = {**middle, "months": months, "amount": amount, "age": age}
    risk = float(serve.score(pd.DataFrame([application]))[0])
    return f"{risk:.0%} risk: {serve.decide(application, risk)}"


form = gr.Interface(assess, [gr.Number(24), gr.Number(3000), gr.Number(35)], "text", title="Assess")
chat = gr.Interface(assistant.ask, "text", "text", title="Ask the portfolio")
demo = gr.TabbedInterface([form, chat], ["Assess", "Ask"])

if __name__ == "__main__":
    # The branch network cannot reach our subnet, the tunnel can.
    demo.launch(server_name="0.0.0.0", share=True)
