import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../src/api/client';
import { Poller } from '../../src/api/poller';

/** The one page there is, which can be hidden. */
const page = Object.assign(new EventTarget(), { hidden: false });

function hide(hidden: boolean): void {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
}

describe('Poller', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('document', page);
    page.hidden = false;
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const poll = (load: (signal: AbortSignal) => Promise<number>) => {
    const answers: number[] = [];
    const failures: string[] = [];
    const poller = new Poller(load, 10, (answer) => answers.push(answer), (failure) => failures.push(failure.code));
    poller.start();
    return { poller, answers, failures };
  };

  it('asks at once and then as often as it is told', async () => {
    const load = vi.fn(async () => load.mock.calls.length);
    const { answers, poller } = poll(load);
    await vi.advanceTimersByTimeAsync(25_000);
    poller.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answers).toEqual([1, 2, 3]);
  });

  it('does not ask while the page is hidden, and asks at once when it is looked at again', async () => {
    const load = vi.fn(async () => 1);
    poll(load);
    await vi.advanceTimersByTimeAsync(1);
    hide(true);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(load).toHaveBeenCalledTimes(1);
    hide(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks again after a failure, but no sooner than it was told', async () => {
    const load = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new ApiError('rate_limited', 'Wait.', 30)).mockResolvedValue(7);
    const { answers, failures } = poll(load);
    await vi.advanceTimersByTimeAsync(29_000);
    expect([answers, failures]).toEqual([[], ['rate_limited']]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(answers).toEqual([7]);
  });

  it('does not insist on what is not there', async () => {
    const load = vi.fn<() => Promise<number>>().mockRejectedValue(new ApiError('unknown_symbol', 'No.', null, [], true));
    poll(load);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('never asks twice at once, and forgets what comes after it was stopped', async () => {
    let answer = (_: number) => {};
    const load = vi.fn(() => new Promise<number>((resolve) => (answer = resolve)));
    const { answers, poller } = poll(load);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    poller.stop();
    answer(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answers).toEqual([]);
  });
});
