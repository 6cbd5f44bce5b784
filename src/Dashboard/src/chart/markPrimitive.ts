import { Primitive, type Layer } from '../canvas/primitive';

/** Writes across the picture itself what nobody may overlook in it, such as that its data are simulated. */
export class MarkPrimitive extends Primitive {
  #text = '';
  #colour = '';

  /** Where it is written: a share of the pane's height, and most px. */
  constructor(private readonly place: { readonly down: number; readonly size: number } = { down: 0.13, size: 22 }) {
    super();
  }

  /** Writes another text; an empty one writes nothing. */
  show(text: string, colour: string): void {
    [this.#text, this.#colour] = [text, colour];
    this.redraw();
  }

  protected override layers(): readonly Layer[] {
    return [{ at: 'top', draw: (target) => target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => this.#draw(context, width, height)) }];
  }

  #draw(context: CanvasRenderingContext2D, width: number, height: number): void {
    if (this.#text === '') {
      return;
    }

    context.font = `700 ${Math.round(Math.min(this.place.size, Math.max(12, width / 36)))}px system-ui, sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = '#00000055';
    context.fillStyle = this.#colour;
    context.globalAlpha = 0.55;
    context.strokeText(this.#text, width / 2, height * this.place.down);
    context.fillText(this.#text, width / 2, height * this.place.down);
    context.globalAlpha = 1;
  }
}
