import type { Meta } from '../../api/contracts';

/** What is to be kept in mind with the numbers below. */
export function Warnings({ warnings }: { readonly warnings: Meta['warnings'] }) {
  return (
    <>
      {warnings.map(({ code, message }) => (
        <p key={code} class="block-note" data-warning={code}>
          <span class="warn" aria-hidden="true">
            ◆
          </span>{' '}
          {message}
        </p>
      ))}
    </>
  );
}
