import numpy as np
import pandas as pd
import streamlit as st


FORMULAS = {"log": np.log, "sqrt": np.sqrt, "identity": lambda column: column}


@st.cache_data
def load() -> pd.DataFrame:
    return pd.read_csv("metrics.csv")


def derive(frame: pd.DataFrame, formula: str) -> pd.Series:
    return FORMULAS[formula](frame["loss"])


frame = load()
if formula := st.selectbox("Formula", list(FORMULAS)):
    st.session_state["formula"] = formula
    st.line_chart(derive(frame, st.session_state["formula"]))
