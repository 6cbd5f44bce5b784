import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/chart/keys';
import type { Pointed, PointedCell } from '../../src/chart/pointed';
import { readGrid } from '../../src/heatmap/grid';
import { picture } from '../heatmap/pictures';

const grid = readGrid(picture());

function press(key: string, pointed: Pointed | null, shiftKey = false, modifiers: Partial<KeyboardEvent> = {}): PointedCell | null | undefined {
  let moved: PointedCell | null | undefined;
  keysOf(grid, 101, pointed, (next) => (moved = next))({ key, shiftKey, preventDefault: () => {}, ...modifiers } as KeyboardEvent);
  return moved;
}

describe('keysOf', () => {
  it('starts at the present price and the last column', () => expect(press('ArrowUp', null)).toEqual({ time: 3000, price: 110 }));
  it.each([
    ['ArrowLeft', { time: 1000, price: 100 }],
    ['ArrowRight', { time: 3000, price: 100 }],
    ['ArrowUp', { time: 2000, price: 110 }],
    ['ArrowDown', { time: 2000, price: 100 }],
    ['Home', { time: 1000, price: 100 }],
    ['End', { time: 3000, price: 100 }],
  ])('%s moves, and stays in the picture', (key, to) => expect(press(key, { time: 2000, price: 99 })).toEqual(to));
  it('moves ten at a time with Shift, to the edge at most', () => expect(press('ArrowLeft', { time: 3000, price: 100 }, true)).toEqual({ time: 1000, price: 100 }));
  it('lets go with Escape', () => expect(press('Escape', { time: 2000, price: 100 })).toBeNull());
  it('leaves every other key alone, and the browser its own', () => {
    expect(press('a', null)).toBeUndefined();
    expect(press('ArrowLeft', null, false, { altKey: true })).toBeUndefined();
  });
});
