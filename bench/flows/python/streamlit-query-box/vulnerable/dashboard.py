import pandas as pd
import streamlit as st

st.title("Evaluation runs")
runs = pd.read_json("runs.jsonl", lines=True)

expression = st.text_input("Filter", placeholder="accuracy > 0.8 and model == 'llama'")
visible = runs.query(expression, engine="python") if expression else runs  # sink

st.dataframe(visible)
st.line_chart(visible, x="step", y="accuracy")
