/** A price that is named on the chart. */
export interface LabelledLine {
  readonly price: number;
  readonly title: string;
  readonly colour: string;
  readonly style: 'solid' | 'dashed';
}
