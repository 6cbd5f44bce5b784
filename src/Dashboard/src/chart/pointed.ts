/** Where the reader points: a column of the picture by its start, Unix ms, and over the candles a price. Time goes on under it. */
export interface Pointed {
  readonly time: number;
  readonly price: number | null;
}

/** The same over the candles. */
export interface PointedCell extends Pointed {
  readonly price: number;
}
