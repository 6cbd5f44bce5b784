import type { ComponentChildren } from 'preact';
import type { View } from '../view/view';
import { useView } from '../view/useView';
import { isPlain } from './plainClick';

interface Props {
  readonly page: View['page'];
  readonly class: string;
  /** Whether it says that its page is the one that is shown. */
  readonly marked?: boolean;
  readonly children: ComponentChildren;
}

/** A link to a page, with all else as it is looked at. */
export function PageLink({ page, class: name, marked = false, children }: Props) {
  const { view, change, addressOf } = useView();
  return (
    <a
      class={name}
      href={addressOf({ page })}
      aria-current={marked && view.page === page ? 'page' : undefined}
      onClick={(event) => {
        if (isPlain(event)) {
          event.preventDefault();
          change({ page });
        }
      }}
    >
      {children}
    </a>
  );
}
