import type { Meta } from './contracts';

/** Why there is no answer: the service's own code and sentence, or `unreachable` when nobody answered. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Seconds after which asking again can help; null when nobody said. */
    readonly retryAfter: number | null = null,
    /** The listed symbols that are nearest to an unknown one. */
    readonly closestSymbols: string[] = [],
    /** Whether it is the question that is wrong: asking the same again soon does not help. */
    readonly isFinal = false,
  ) {
    super(message);
  }
}

// More than the gateway gives a service (10 s): its own sentence is better than ours.
const timeout = 15_000;

// What was asked for is not there, or cannot be.
const finalStatuses = [400, 404];

const keyName = 'gateway-key';

/** Keeps the gateway's key until the tab is closed. */
export function keepKey(key: string): void {
  sessionStorage.setItem(keyName, key);
}

/** Asks the gateway for a route of a service, such as `liquidation-heatmap/map/BTCUSDT`. Throws an {@link ApiError}, or an AbortError once `signal` is. */
export async function ask<T extends { readonly meta: Meta }>(route: string, signal: AbortSignal): Promise<T> {
  const response = await send(`/api/${route}`, signal);
  const body: unknown = await response.json().catch((failure: unknown) => {
    signal.throwIfAborted();
    throw new ApiError('unreadable', `${response.status}: ${String(failure)}`);
  });
  if (!response.ok) {
    throw problem(response, body);
  }

  const { data } = (body ?? {}) as { data?: T };
  if (data?.meta === undefined) {
    throw new ApiError('unreadable', `${response.status}: no data`);
  }

  return data;
}

async function send(path: string, signal: AbortSignal): Promise<Response> {
  const key = sessionStorage.getItem(keyName);
  try {
    return await fetch(path, {
      headers: key === null ? {} : { 'X-Api-Key': key },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
  } catch (failure) {
    signal.throwIfAborted();
    throw new ApiError('unreachable', String(failure));
  }
}

function problem(response: Response, body: unknown): ApiError {
  const { code, detail, title, closest_symbols } = (body ?? {}) as { code?: string; detail?: string; title?: string; closest_symbols?: string[] };
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ApiError(code ?? 'unreadable', detail ?? title ?? `${response.status}`, Number.isFinite(retryAfter) ? retryAfter : null, closest_symbols ?? [], finalStatuses.includes(response.status));
}
