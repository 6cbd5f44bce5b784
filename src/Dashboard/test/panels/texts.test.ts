import { expect, test } from 'vitest';
import { lookOf } from '../../src/panels/statuses';
import { partTexts } from '../../src/panels/texts/parts';
import { statusTexts } from '../../src/panels/texts/statuses';

test('both languages name the same statuses and blocks', () => {
  expect(Object.keys(statusTexts.tr)).toEqual(Object.keys(statusTexts.en));
  expect(Object.keys(partTexts.tr.blocks)).toEqual(Object.keys(partTexts.en.blocks));
});

test('a status that is not known yet has a look too', () => {
  expect(lookOf('SOMETHING_NEW')).toEqual({ shape: '◆', tone: 'plain' });
  expect(lookOf('CONTANGO').shape).not.toBe(lookOf('BACKWARDATION').shape);
});
