/** Whether a click on a link is for this page: with a key held, the browser opens the link elsewhere. */
export function isPlain(event: MouseEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
