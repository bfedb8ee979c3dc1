import numpy as np
import pandas as pd
import streamlit as st


@st.cache_data
def load() -> pd.DataFrame:
    return pd.read_csv("metrics.csv")


def derive(frame: pd.DataFrame, formula: str) -> pd.Series:
    return eval(formula, {"np": np}, {name: frame[name] for name in frame})  # sink


frame = load()
if formula := st.text_input("Formula", "np.log(loss)"):
    st.session_state["formula"] = formula
    st.line_chart(derive(frame, st.session_state["formula"]))
