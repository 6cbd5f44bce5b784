import { amountOf, cssColourAt, type ColourScale } from '../heatmap/colours';
import type { Formats } from '../format/formats';
import type { Theme } from './theme';

/** What is written around the picture, so that it speaks for itself wherever it is shown. */
export interface Caption {
  readonly title: string;
  readonly details: string;
  readonly legend: string;
  readonly riskWarning: string;
}

const margin = 12;
const head = 48;
const foot = 60;

/** Frames a picture of the chart with its caption and the scale of its colours. */
export function frame(chart: HTMLCanvasElement, pixelRatio: number, { title, details, legend, riskWarning }: Caption, scale: ColourScale, formats: Formats, theme: Theme): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const [width, height] = [chart.width / pixelRatio, chart.height / pixelRatio];
  canvas.width = chart.width;
  canvas.height = chart.height + (head + foot) * pixelRatio;
  const context = canvas.getContext('2d')!;
  context.fillStyle = theme.page;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(chart, 0, head * pixelRatio);
  context.scale(pixelRatio, pixelRatio);

  const write = (text: string, x: number, y: number, font: string, colour: string, align: CanvasTextAlign = 'left') => {
    context.font = `${font} system-ui, sans-serif`;
    context.fillStyle = colour;
    context.textAlign = align;
    context.fillText(text, x, y, align === 'left' ? width - margin - x : undefined);
  };
  write(title, margin, 20, '700 15px', theme.text);
  write(details, margin, 38, '12px', theme.muted);

  const [left, right, top] = [margin, margin + Math.min(360, width / 2), height + head + 6];
  for (let x = left; x < right; x++) {
    context.fillStyle = cssColourAt(scale.theme, (x - left) / (right - left));
    context.fillRect(x, top, 1, 10);
  }

  write(formats.money(scale.from), left, top + 23, '11px', theme.text);
  write(formats.money(amountOf(scale, 0.5)), (left + right) / 2, top + 23, '11px', theme.text, 'center');
  write(`${formats.money(scale.to)}+`, right, top + 23, '11px', theme.text, 'right');
  write(legend, right + margin, top + 9, '11px', theme.muted);
  write(riskWarning, margin, top + 41, '11px', theme.muted);
  return canvas;
}

/** What the file is called: contract, range and the moment of the data, UTC. */
export function fileName(symbol: string, range: string, asOf: number | null): string {
  const moment = asOf === null ? '' : `-${new Date(asOf).toISOString().slice(0, 16).replace(/[-:]/g, '')}`;
  return `${symbol}-${range}${moment}.png`;
}

/** The canvas as a PNG file. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) {
    throw new Error(`A picture of ${canvas.width} x ${canvas.height} could not be written.`);
  }

  return blob;
}
