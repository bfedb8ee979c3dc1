import html


def clean(text: str) -> str:
    return html.escape(text.strip(), quote=True)
