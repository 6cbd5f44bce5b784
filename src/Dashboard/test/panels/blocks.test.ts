import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/api/contracts';
import { notesOf } from '../../src/panels/blocks';

const block = (status: string, parts: Partial<Block> = {}): Block => ({ status, as_of: null, age_seconds: null, reason: null, code: null, ...parts });

describe('notesOf', () => {
  test('says nothing of blocks that are ok, not sent or another card’s', () => {
    expect(notesOf({ basis: block('ok', { age_seconds: 5 }), taker: block('missing') }, ['basis', 'basis_history'])).toEqual([]);
  });

  test('says one reason once, with all it is so with and the greater age', () => {
    const reason = 'The exchange does not answer.';
    const blocks = {
      open_interest: block('stale', { reason, age_seconds: 70 }),
      open_interest_history: block('stale', { reason, age_seconds: 900 }),
    };
    expect(notesOf(blocks, ['open_interest', 'open_interest_history'])).toEqual([
      { status: 'stale', names: ['open_interest', 'open_interest_history'], reason, ageSeconds: 900 },
    ]);
  });

  test('keeps different states apart', () => {
    const blocks = { basis: block('stale', { age_seconds: 70 }), basis_history: block('missing', { reason: 'No history.' }) };
    expect(notesOf(blocks, ['basis', 'basis_history']).map((note) => [note.status, note.ageSeconds])).toEqual([
      ['stale', 70],
      ['missing', null],
    ]);
  });
});
