import html

import cohere
import streamlit as st

co = cohere.ClientV2()
st.set_page_config(page_title="Review cards")

if "cards" not in st.session_state:
    st.session_state.cards = []


def summarise(review: str) -> str:
    res = co.chat(
        model="command-r-08-2024",
        messages=[{"role": "user", "content": f"Summarise this review in a line:\n{review}"}],
    )
    return res.message.content[0].text


def card(text: str, colour: str = "#eef") -> None:
    body = html.escape(text).replace("\n", "<br>")
    st.markdown(f"<div style='background:{colour}'>{body}</div>", unsafe_allow_html=True)


review = st.text_area("Paste a review")
if st.button("Summarise") and review:
    st.session_state.cards.append(summarise(review))

for c in st.session_state.cards:
    card(c)
st.caption(html.escape("<made with care>"))
