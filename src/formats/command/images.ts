/** What a well-known image starts, as its Dockerfile says. */
interface ImageProgram {
  readonly name: RegExp;
  /** Before whatever command is given. */
  readonly entrypoint: readonly string[];
  /** Where no command is given. */
  readonly command: readonly string[];
}

const programs: readonly ImageProgram[] = [
  { name: /(?:^|\/)vllm\/vllm-openai$/, entrypoint: ["vllm", "serve"], command: [] },
  {
    name: /(?:^|\/)huggingface\/text-generation-inference$/,
    entrypoint: ["text-generation-launcher"],
    command: [],
  },
  {
    name: /(?:^|\/)huggingface\/text-embeddings-inference$/,
    entrypoint: ["text-embeddings-router"],
    command: [],
  },
  { name: /(?:^|\/)ollama\/ollama$/, entrypoint: ["ollama"], command: ["serve"] },
  {
    name: /(?:^|\/)chromadb\/chroma$|(?:^|\/)chroma-core\/chroma$/,
    entrypoint: ["chroma"],
    command: ["run"],
  },
  {
    name: /(?:^|\/)ggml-org\/llama\.cpp$|(?:^|\/)ggerganov\/llama\.cpp$/,
    entrypoint: ["llama-server"],
    command: [],
  },
  { name: /(?:^|\/)berriai\/litellm(?:-database)?$/, entrypoint: ["litellm"], command: [] },
  { name: /(?:^|\/)jupyter\/[\w-]+-notebook$/, entrypoint: [], command: ["start-notebook.py"] },
];

/** `registry/name` of an image reference, without tag and digest. */
export function imageName(reference: string): string {
  const name = reference.replace(/@sha256:.*$/, "");
  const colon = name.lastIndexOf(":");
  return (colon > name.lastIndexOf("/") ? name.slice(0, colon) : name).toLowerCase();
}

/** The words that an image puts before, or in the place of, the command that it is given. */
export function imageProgram(reference: string, isGivenCommand: boolean): readonly string[] {
  const name = imageName(reference);
  const found = programs.find((program) => program.name.test(name));
  if (found === undefined) return [];
  return isGivenCommand ? found.entrypoint : [...found.entrypoint, ...found.command];
}
