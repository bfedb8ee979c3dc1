export const knownNames: Readonly<Record<string, { class?: string; maker?: string; value?: string }>> = {};
