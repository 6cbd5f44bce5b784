import { useFormats } from '../../format/formats';

interface Props {
  /** Share of the left side, percent; null for not known. */
  readonly left: number | null;
  readonly leftName: string;
  readonly rightName: string;
  /** Longs and shorts, in their colours on the map, or buyers and sellers. */
  readonly of: 'positions' | 'trades';
}

/** Two sides of one whole, with their shares in words. */
export function SideBar({ left, leftName, rightName, of }: Props) {
  const formats = useFormats();
  return (
    <span class="sides">
      <span>
        {leftName} {formats.percent(left, 1)}
      </span>
      <span class={`side-bar ${of}`} aria-hidden="true">
        {left !== null && <span class="fill" style={{ width: `${left}%` }} />}
      </span>
      <span>
        {rightName} {formats.percent(left === null ? null : 100 - left, 1)}
      </span>
    </span>
  );
}
