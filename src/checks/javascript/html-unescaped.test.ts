import { checkCases } from "../../testing/check-cases.ts";
import { htmlUnescaped } from "./html-unescaped.ts";

checkCases(htmlUnescaped, {
  found: [
    "el.innerHTML = text",
    "el.outerHTML = `<b>${name}</b>`",
    "el.insertAdjacentHTML('beforeend', html)",
    "const A = ({ h }) => <p dangerouslySetInnerHTML={{ __html: h }} />",
    "import { marked } from 'marked';\nel.innerHTML = marked(text)",
    "import MarkdownIt from 'markdown-it';\nconst md = new MarkdownIt();\nel.innerHTML = md.render(text)",
  ],
  clean: [
    "el.innerHTML = ''",
    "el.innerHTML = '<b>' + 'x' + '</b>'",
    "el.textContent = text",
    "import DOMPurify from 'dompurify';\nel.innerHTML = DOMPurify.sanitize(text)",
    "const html = DOMPurify.sanitize(marked(x));\nconst A = () => <p dangerouslySetInnerHTML={{ __html: html }} />",
    "el.innerHTML = `<b>${escapeHtml(name)}</b>`",
    "const x = el.innerHTML",
  ],
});
