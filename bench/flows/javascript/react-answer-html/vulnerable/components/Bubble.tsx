import React from "react";

type Props = { who: string; text: string };

export function Bubble({ who, text }: Props) {
  return (
    <li className={`bubble ${who}`}>
      <b>{who}</b>
      <div dangerouslySetInnerHTML={{ __html: text.replace(/\n/g, "<br>") }} />{/* sink */}
    </li>
  );
}
