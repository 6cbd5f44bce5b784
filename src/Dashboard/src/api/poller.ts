import { ApiError } from './client';

/** Seconds after a failure; and after one that only somebody else can mend, such as by listing the contract. */
const failureWait = 5;
const finalWait = 60;

/** Asks again and again while the page is looked at: never two calls at once, none while the page is hidden, and no sooner than a refusal allows. */
export class Poller<T> {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #call: AbortController | undefined;
  #due = 0;

  constructor(
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly seconds: number,
    private readonly onAnswer: (answer: T) => void,
    private readonly onFailure: (failure: ApiError) => void,
  ) {}

  start(): void {
    document.addEventListener('visibilitychange', this.#wake);
    this.#wake();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#wake);
    clearTimeout(this.#timer);
    this.#call?.abort();
    this.#call = undefined;
  }

  readonly #wake = (): void => {
    clearTimeout(this.#timer);
    if (!document.hidden && this.#call === undefined) {
      this.#timer = setTimeout(() => void this.#ask(), Math.max(0, this.#due - Date.now()));
    }
  };

  async #ask(): Promise<void> {
    const call = new AbortController();
    this.#call = call;
    let wait = this.seconds;
    try {
      const answer = await this.load(call.signal);
      call.signal.throwIfAborted();
      this.onAnswer(answer);
    } catch (failure) {
      if (call.signal.aborted) {
        return;
      }

      if (!(failure instanceof ApiError)) {
        throw failure;
      }

      wait = Math.max(failure.isFinal ? finalWait : Math.min(wait, failureWait), failure.retryAfter ?? 0);
      this.onFailure(failure);
    }

    this.#call = undefined;
    this.#due = Date.now() + wait * 1000;
    this.#wake();
  }
}
