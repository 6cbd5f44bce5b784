/** Class of a signed number as it is written: one that rounds to zero has no colour either. */
export function toneOf(text: string): 'up' | 'down' | undefined {
  return text.startsWith('+') ? 'up' : text.startsWith('-') ? 'down' : undefined;
}
