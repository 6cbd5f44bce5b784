import { useEffect, useState } from 'preact/hooks';

/** The present, Unix ms, looked at every second and told anew when it has come a step of so many ms further. */
export function useNow(step = 1): number {
  const [now, setNow] = useState(() => steppedNow(step));
  useEffect(() => {
    const timer = setInterval(() => setNow(steppedNow(step)), 1000);
    return () => clearInterval(timer);
  }, [step]);
  return now;
}

function steppedNow(step: number): number {
  return Math.floor(Date.now() / step) * step;
}
