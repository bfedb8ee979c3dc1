import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { pageWithUnescapedText } from "./page-with-unescaped-text.ts";

checkCases(pageWithUnescapedText, {
  found: [
    "from dash import dcc\ndcc.Markdown(answer, dangerously_allow_html=True)",
    'from fastapi.responses import HTMLResponse\ndef page(answer):\n    body = f"<p>{answer}</p>"\n    return HTMLResponse(body)',
    "st.markdown(answer, unsafe_allow_html=True)",
    "import streamlit as st\nst.write(llm_output, unsafe_allow_html=True)",
    "import streamlit.components.v1 as components\ncomponents.html(response)",
    "gr.HTML(response.text)",
    "from IPython.display import HTML, display\ndisplay(HTML(answer))",
    "from fastapi.responses import HTMLResponse\ndef page(answer):\n    return HTMLResponse(f'<p>{answer}</p>')",
    "st.markdown(f'<b>{name}</b>', unsafe_allow_html=True)",
  ],
  clean: [
    "st.markdown(answer)",
    "CSS = '<style></style>'\nst.markdown(CSS, unsafe_allow_html=True)",
    "st.markdown(df.to_html(), unsafe_allow_html=True)",
    "import html\nst.markdown(html.escape(answer), unsafe_allow_html=True)",
    "from IPython.display import HTML\nHTML('<b>a</b>')",
    "file.write(answer)",
  ],
});

test("what is no answer by its name is for those who look closely", () => {
  const details = (code: string) => runCheck(pageWithUnescapedText, { code })[0]?.details;
  expect(details("st.markdown(answer, unsafe_allow_html=True)")?.audience).toBeUndefined();
  expect(details("st.markdown(css(), unsafe_allow_html=True)")?.audience).toBe("pedantic");
});
