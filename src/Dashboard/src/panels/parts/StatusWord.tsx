import { useTexts } from '../../language/language';
import { lookOf } from '../statuses';
import { statusTexts } from '../texts/statuses';

/** A status of a service as a shape and a word. */
export function StatusWord({ status }: { readonly status: string }) {
  const words = useTexts(statusTexts);
  const { shape, tone } = lookOf(status);
  return (
    <span class={`status ${tone}`} data-status={status}>
      <span aria-hidden="true">{shape}</span> {words[status] ?? status}
    </span>
  );
}
