import pandas as pd
import streamlit as st

st.title("Evaluation runs")
runs = pd.read_json("runs.jsonl", lines=True)

model = st.text_input("Model", placeholder="llama")
least = st.slider("Least accuracy", 0.0, 1.0, 0.5)
visible = runs[(runs["model"] == model) & (runs["accuracy"] > least)] if model else runs

st.dataframe(visible)
st.line_chart(visible, x="step", y="accuracy")
