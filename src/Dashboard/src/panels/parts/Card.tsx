import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useTexts } from '../../language/language';
import { partTexts } from '../texts/parts';

interface Props {
  readonly name: string;
  readonly title: string;
  /** Beside the title: the status of the whole. */
  readonly status?: ComponentChildren;
  /** Whether nothing newer came; a card that shows the `Notice` itself need not say it again. */
  readonly late?: boolean;
  readonly children: ComponentChildren;
}

/** A titled part of the page. */
export function Card({ name, title, status, late = false, children }: Props) {
  const texts = useTexts(partTexts);
  const id = useId();
  return (
    <section class="card" aria-labelledby={id} data-testid={`card-${name}`}>
      <header>
        <h2 id={id}>{title}</h2>
        {late && (
          <span class="status warn">
            <span aria-hidden="true">◆</span> {texts.notNow}
          </span>
        )}
        {status}
      </header>
      {children}
    </section>
  );
}
