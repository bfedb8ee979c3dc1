import DOMPurify from "isomorphic-dompurify";
import { marked } from "marked";

type Props = { text: string; mine: boolean };

export function Bubble({ text, mine }: Props) {
  const html = DOMPurify.sanitize(marked.parse(text) as string);
  return (
    <div
      className={mine ? "bubble mine" : "bubble"}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
