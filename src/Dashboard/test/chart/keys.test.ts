import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/chart/keys';
import type { Pointed } from '../../src/chart/marketChart';
import { readGrid } from '../../src/heatmap/grid';
import { picture } from '../heatmap/pictures';

const grid = readGrid(picture());

function press(key: string, pointed: Pointed | null, shiftKey = false): { column: number; price: number } | null | undefined {
  let moved: { column: number; price: number } | null | undefined;
  keysOf(grid, 101, pointed, (next) => (moved = next))({ key, shiftKey, preventDefault: () => {} } as KeyboardEvent);
  return moved;
}

describe('keysOf', () => {
  it('starts at the present price and the last column', () => expect(press('ArrowUp', null)).toEqual({ column: 2, price: 110 }));
  it.each([
    ['ArrowLeft', { column: 0, price: 100 }],
    ['ArrowRight', { column: 2, price: 100 }],
    ['ArrowUp', { column: 1, price: 110 }],
    ['ArrowDown', { column: 1, price: 100 }],
    ['Home', { column: 0, price: 100 }],
    ['End', { column: 2, price: 100 }],
  ])('%s moves, and stays in the picture', (key, to) => expect(press(key, { column: 1, price: 99 })).toEqual(to));
  it('moves ten at a time with Shift, to the edge at most', () => expect(press('ArrowLeft', { column: 2, price: 100 }, true)).toEqual({ column: 0, price: 100 }));
  it('lets go with Escape', () => expect(press('Escape', { column: 1, price: 100 })).toBeNull());
  it('leaves every other key alone', () => expect(press('a', null)).toBeUndefined());
});
