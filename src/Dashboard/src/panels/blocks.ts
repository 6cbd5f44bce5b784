import type { Block } from '../api/contracts';

/** Why inputs of a card are not of now or not there. */
export interface BlockNote {
  readonly status: string;
  /** The blocks that it is so with. */
  readonly names: readonly string[];
  readonly reason: string | null;
  /** Of the oldest of them, seconds; null when none has an age. */
  readonly ageSeconds: number | null;
}

/** What is to be said of some blocks: nothing of those that are ok, and the same reason once. */
export function notesOf(blocks: Readonly<Record<string, Block>>, names: readonly string[]): BlockNote[] {
  const notes = new Map<string, BlockNote>();
  for (const name of names) {
    const block = blocks[name];
    if (block === undefined || block.status === 'ok') {
      continue;
    }

    const { status, reason, age_seconds: age } = block;
    const key = `${status} ${reason ?? ''}`;
    const before = notes.get(key);
    notes.set(key, {
      status,
      reason,
      names: [...(before?.names ?? []), name],
      ageSeconds: age === null ? (before?.ageSeconds ?? null) : Math.max(age, before?.ageSeconds ?? 0),
    });
  }

  return [...notes.values()];
}
