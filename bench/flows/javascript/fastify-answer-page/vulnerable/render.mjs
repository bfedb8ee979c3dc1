const MAP = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escape(s) {
  return s.replace(/[&<>"']/g, (c) => MAP[c]);
}

export function page(title, paragraphs) {
  return `<!doctype html><h1>${escape(title)}</h1>` + paragraphs.map((p) => `<p>${p}</p>`).join("\n");
}
