import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: ComponentChildren;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A number and what it is, in a `dl`. */
export function Figure({ label, title, children }: Props) {
  return (
    <div title={title}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
