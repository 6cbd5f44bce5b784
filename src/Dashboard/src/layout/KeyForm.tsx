import { keepKey } from '../api/client';
import { useTexts } from '../language/language';
import { layoutTexts } from './texts';

/** What a key may be, as the gateway demands it. Of anything else the browser makes no header: every call with it would fail, and not for being refused. */
const key = /^[!-~]+$/;

/** Asks for the gateway's key. */
export function KeyForm() {
  const texts = useTexts(layoutTexts);
  return (
    <form
      class="notice warning"
      data-testid="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        keepKey(String(new FormData(event.currentTarget).get('key')));
        location.reload();
      }}
    >
      <label>
        {texts.key}{' '}
        <input
          name="key"
          type="password"
          autocomplete="off"
          required
          onInput={({ currentTarget: input }) => input.setCustomValidity(input.value === '' || key.test(input.value) ? '' : texts.noKey)}
        />
      </label>{' '}
      <button type="submit">{texts.keySubmit}</button>
    </form>
  );
}
