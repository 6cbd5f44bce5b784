import type { Block } from '../../api/contracts';
import { useFormats } from '../../format/formats';
import { useTexts } from '../../language/language';
import { notesOf } from '../blocks';
import { partTexts } from '../texts/parts';
import { StatusWord } from './StatusWord';

interface Props {
  readonly blocks: Readonly<Record<string, Block>>;
  readonly names: readonly string[];
}

/** Which inputs of a card are old or missing, and why. Nothing when all are well. */
export function BlockNotes({ blocks, names }: Props) {
  const texts = useTexts(partTexts);
  const formats = useFormats();
  return (
    <>
      {notesOf(blocks, names).map((note) => (
        <p key={`${note.status} ${note.reason}`} class="block-note" data-testid="block-note">
          <StatusWord status={note.status} />{' '}
          {note.names.length < names.length && note.names.map((name) => texts.blocks[name] ?? name).join(', ')}
          {note.ageSeconds !== null && ` (${texts.old(formats.age(note.ageSeconds))})`}
          {note.reason !== null && `: ${note.reason}`}
        </p>
      ))}
    </>
  );
}
