import type { SourceModel } from "../../model.ts";

/** What people write to pages, bots and messengers. */
export const chatSources: readonly SourceModel[] = [
  {
    kind: "user-input",
    call: [
      "streamlit.text_input",
      "streamlit.text_area",
      "streamlit.chat_input",
      "streamlit.file_uploader",
      "streamlit.audio_input",
      "streamlit.camera_input",
      "streamlit.data_editor",
      "streamlit.query_params.get",
      "streamlit.query_params.get_all",
      "streamlit.experimental_get_query_params",
      "streamlit.sidebar.text_input",
      "streamlit.sidebar.text_area",
      "streamlit.sidebar.chat_input",
      "streamlit.sidebar.file_uploader",
      "streamlit*.text_input",
      "streamlit*.text_area",
      "streamlit*.chat_input",
      "streamlit*.file_uploader",
    ],
    label: "what the user typed",
  },
  {
    kind: "user-input",
    call: ["*.text_input", "*.text_area", "*.chat_input", "*.file_uploader"],
    when: { imports: ["streamlit"] },
    label: "what the user typed",
  },
  { kind: "user-input", read: "streamlit.query_params", label: "what the address says" },

  // Gradio: functions that are given to components and events.
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: [
          "gradio.Interface",
          "gradio.ChatInterface",
          "gradio*.Interface",
          "*.Interface",
          "*.ChatInterface",
        ],
        argument: [0, "fn"],
      },
      except: ["history", "progress", "request"],
      filled: ["*.Request", "*.Progress", "*.Profile"],
    },
    when: { imports: ["gradio"] },
    label: "what the user typed",
  },
  {
    kind: "user-input",
    parameters: {
      callback: {
        call: [
          "*.click",
          "*.submit",
          "*.change",
          "*.input",
          "*.upload",
          "*.select",
          "*.then",
          "*.success",
          "*.blur",
          "*.like",
          "*.stop_recording",
          "gradio.on",
        ],
        argument: [0, "fn"],
      },
      except: ["history", "progress", "request"],
      filled: ["*.Request", "*.Progress"],
    },
    when: { imports: ["gradio"] },
    label: "what the user typed",
  },
  {
    kind: "user-input",
    parameters: { callback: { call: ["gradio.on"], argument: "fn" } },
    label: "what the user typed",
  },

  // Chainlit, Panel, NiceGUI, Dash, Mesop, Reflex, Shiny.
  {
    kind: "user-input",
    parameters: {
      decorator: [
        "chainlit.on_message",
        "chainlit.action_callback",
        "chainlit.on_audio_chunk",
        "chainlit.on_audio_end",
      ],
    },
    label: "what the user wrote",
  },
  {
    kind: "user-input",
    call: ["chainlit.AskUserMessage().send", "chainlit.AskFileMessage().send"],
    label: "what the user wrote",
  },
  {
    kind: "user-input",
    parameters: { callback: { call: ["panel*.ChatInterface"], argument: "callback" }, only: [0] },
    label: "what the user wrote",
  },
  {
    kind: "user-input",
    parameters: { decorator: ["dash.callback", "*.callback", "*.clientside_callback"] },
    when: { imports: ["dash"] },
    label: "what the user typed",
  },
  {
    kind: "user-input",
    call: ["nicegui.ui.input", "nicegui.ui.textarea", "ipywidgets.Text", "ipywidgets.Textarea"],
    label: "what the user typed",
  },

  // Messengers.
  {
    kind: "user-input",
    parameters: {
      decorator: ["*.message", "*.event", "*.command", "*.action", "*.shortcut", "*.view"],
      only: ["event", "message", "body", "command", "payload", "context", "shortcut", "view"],
    },
    when: { imports: ["slack_bolt"] },
    label: "what the user wrote in Slack",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: ["*.event", "*.listen"],
      only: ["message", "msg"],
      below: ["content", "clean_content"],
    },
    when: { imports: ["discord", "nextcord", "disnake", "hikari"] },
    label: "what the user wrote in Discord",
  },
  {
    kind: "user-input",
    parameters: {
      method: {
        base: ["discord.Client", "discord*.Bot", "discord*.Cog", "*.Client"],
        name: "on_message",
      },
      only: [0],
      below: ["content", "clean_content"],
    },
    when: { imports: ["discord", "nextcord", "disnake"] },
    label: "what the user wrote in Discord",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: ["*.command", "*.hybrid_command", "*.slash_command", "*.app_command"],
      except: ["self", "ctx", "interaction", "context", "inter"],
      filled: ["*.Context", "*.Interaction", "*.ApplicationContext"],
    },
    when: { imports: ["discord", "nextcord", "disnake"] },
    label: "what the user wrote in Discord",
  },
  {
    kind: "user-input",
    read: [
      "*update.message.text",
      "*update.message.caption",
      "*update.effective_message.text",
      "*update.message",
      "*update.callback_query.data",
      "*update.inline_query.query",
      "*context.args",
    ],
    when: { imports: ["telegram"] },
    label: "what the user wrote in Telegram",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: [
        "*.message_handler",
        "*.message",
        "*.on_message",
        "*.callback_query_handler",
        "*.inline_handler",
        "*.callback_query",
      ],
      only: [0],
      below: ["text", "caption", "data", "query", "document", "html_text"],
    },
    when: { imports: ["telebot", "aiogram", "pyrogram", "telethon"] },
    label: "what the user wrote in Telegram",
  },
  {
    kind: "user-input",
    parameters: {
      decorator: ["*.on"],
      only: ["event"],
      below: ["text", "raw_text", "message", "pattern_match"],
    },
    when: { imports: ["telethon"] },
    label: "what the user wrote in Telegram",
  },
  {
    kind: "user-input",
    read: ["*turn_context.activity.text", "*context.activity.text"],
    label: "what the user wrote in Teams",
  },
  {
    kind: "user-input",
    call: ["imaplib*.fetch", "imaplib*.uid", "poplib*.retr", "*.fetch", "imap_tools*.fetch"],
    when: {
      imports: ["imaplib", "poplib", "imap_tools"],
      on: "imap|mail|box|pop|conn|client|server",
    },
    label: "a mail that came in",
  },
  {
    kind: "user-input",
    call: [
      "email.message_from_bytes",
      "email.message_from_string",
      "email.message_from_file",
      "email.message_from_binary_file",
      "*.messages().get().execute",
      "*.messages().attachments().get().execute",
    ],
    label: "a mail that came in",
  },
];
