export const PINNED: Record<string, string> = {
  search_tickets: "Search the tickets of this team.",
  close_ticket: "Close one ticket by its number.",
};
