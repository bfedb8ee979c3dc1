import { checkCases } from "../../testing/check-cases.ts";
import { markdownRawHtml } from "./markdown-raw-html.ts";

checkCases(markdownRawHtml, {
  found: [
    "import rehypeRaw from 'rehype-raw'",
    "import MarkdownIt from 'markdown-it';\nconst md = new MarkdownIt({ html: true })",
    "unified().use(remarkRehype, { allowDangerousHtml: true })",
    "const md = require('markdown-it')({ html: true, linkify: true })",
  ],
  clean: [
    "import rehypeRaw from 'rehype-raw';\nimport rehypeSanitize from 'rehype-sanitize';",
    "import MarkdownIt from 'markdown-it';\nconst md = new MarkdownIt({ html: false })",
    "const md = require('markdown-it')()",
    "import Markdown from 'react-markdown'",
  ],
});
