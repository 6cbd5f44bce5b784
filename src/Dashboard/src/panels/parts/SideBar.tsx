import { useFormats } from '../../format/formats';

interface Props {
  /** Share of the left side, percent; null for not known. */
  readonly left: number | null;
  readonly leftName: string;
  readonly rightName: string;
}

/** Two sides of one whole, with their shares in words. */
export function SideBar({ left, leftName, rightName }: Props) {
  const formats = useFormats();
  return (
    <span class="sides">
      <span>
        {leftName} {formats.percent(left, 1)}
      </span>
      <span class="side-bar" aria-hidden="true">
        {left !== null && <span class="fill up" style={{ width: `${left}%` }} />}
      </span>
      <span>
        {rightName} {formats.percent(left === null ? null : 100 - left, 1)}
      </span>
    </span>
  );
}
