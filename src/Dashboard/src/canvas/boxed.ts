const padding = 3;
const height = 15;

/** Writes a line of text on a dark box: legible on every colour of the map. `y` is its middle. */
export function boxed(context: CanvasRenderingContext2D, text: string, x: number, y: number, align: 'left' | 'right'): void {
  context.font = '12px system-ui, sans-serif';
  context.textAlign = align;
  context.textBaseline = 'middle';
  const { width } = context.measureText(text);
  context.fillStyle = '#0d1117d9';
  context.fillRect(align === 'left' ? x - padding : x - width - padding, y - height / 2, width + 2 * padding, height);
  context.fillStyle = '#e6edf3';
  context.fillText(text, x, y);
  context.textBaseline = 'alphabetic';
}
