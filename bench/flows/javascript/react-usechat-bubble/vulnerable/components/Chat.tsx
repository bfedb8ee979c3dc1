"use client";
import { useChat } from "@ai-sdk/react";
import { useState } from "react";
import { Bubble } from "./Bubble";

export function Chat() {
  const { messages, sendMessage } = useChat();
  const [draft, setDraft] = useState("");
  return (
    <section>
      {messages.map((message) =>
        message.parts.map((part, index) =>
          part.type === "text" ? <Bubble key={message.id + index} text={part.text} mine={message.role === "user"} /> : null,
        ),
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sendMessage({ text: draft });
          setDraft("");
        }}
      >
        <input value={draft} onChange={(event) => setDraft(event.target.value)} />
      </form>
    </section>
  );
}
