/** Puts a series on a chart's columns: each takes the last value before its end, unless that is too old to speak for it. Times in Unix ms. */
export function alignTo<T extends { readonly time: number }>(
  columns: readonly number[],
  columnLength: number,
  points: readonly T[],
  read: (point: T) => number | null | undefined,
  longestAge = Number.POSITIVE_INFINITY,
): (number | null)[] {
  let next = 0;
  return columns.map((start) => {
    while (next < points.length && points[next]!.time < start + columnLength) {
      next++;
    }

    const last = points[next - 1];
    return last === undefined || start - last.time > longestAge ? null : (read(last) ?? null);
  });
}
