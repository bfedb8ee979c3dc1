"""A Streamlit page that watches decisions: streamlit run src/credit/monitor.py"""

import pandas as pd
import streamlit as st

from credit import assistant, serve

st.title("Decisions")
frame = pd.read_sql("SELECT * FROM decisions", serve.database())
st.metric("Referred", f"{frame['decision'].eq('refer').mean():.0%}" if len(frame) else "none yet")
st.bar_chart(frame, x="purpose", y="risk")

question = st.text_input("Ask the portfolio", "default rate by purpose")
st.markdown(f"<div class='answer'>{assistant.ask(question)}</div>", unsafe_allow_html=True)
