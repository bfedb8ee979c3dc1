import React from "react";

type Props = { who: string; text: string };

export function Bubble({ who, text }: Props) {
  return (
    <li className={`bubble ${who}`}>
      <b>{who}</b>
      <div style={{ whiteSpace: "pre-wrap" }}>{text}</div>
    </li>
  );
}
