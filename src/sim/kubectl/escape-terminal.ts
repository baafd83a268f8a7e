/** What kubectl does to control characters. */

/** Text that is safe for a terminal. Models cli-runtime/pkg/printers EscapeTerminal, v1.36. */
export function escapeTerminal(text: string): string {
  return text.replaceAll('\u001b', '^[').replaceAll('\r', '\\r');
}
