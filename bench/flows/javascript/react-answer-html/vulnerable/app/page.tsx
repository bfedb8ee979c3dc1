"use client";

import { useChat } from "ai/react";
import { Bubble } from "../components/Bubble";

export default function Page() {
  const { messages, input, handleInputChange, handleSubmit } = useChat({ api: "/api/chat" });
  return (
    <main>
      <ul>
        {messages.map((m) => (
          <Bubble key={m.id} who={m.role} text={m.content} />
        ))}
      </ul>
      <form onSubmit={handleSubmit}>
        <input value={input} onChange={handleInputChange} />
      </form>
    </main>
  );
}
