import { useEffect, useMemo, useState } from 'preact/hooks';

export type ThemeName = 'dark' | 'light';

/** Colours of what is drawn on a canvas; what is not is in style.css. */
export interface Theme {
  readonly name: ThemeName;
  /** What the chart is drawn on, `--chart` of style.css. */
  readonly page: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  /** Candles differ by filling, not by colour: every hue is taken by the map under them. */
  readonly risen: string;
  readonly fallen: string;
  readonly risenOutline: string;
  /** Of another lightness: a narrow candle is all outline. */
  readonly fallenOutline: string;
  readonly longs: string;
  readonly shorts: string;
  readonly accent: string;
}

export const themes: Record<ThemeName, Omit<Theme, 'page'>> = {
  dark: {
    name: 'dark',
    text: '#e6edf3',
    muted: '#9aa7b5',
    line: '#2a344266',
    risen: '#f5f7fa',
    fallen: '#0d1117',
    risenOutline: '#f5f7fa',
    fallenOutline: '#8b98a8',
    longs: '#ffab70',
    shorts: '#79c0ff',
    accent: '#58a6ff',
  },
  light: {
    name: 'light',
    text: '#17202b',
    muted: '#55616f',
    line: '#d3dae399',
    risen: '#ffffff',
    fallen: '#17202b',
    risenOutline: '#66707d',
    fallenOutline: '#17202b',
    longs: '#a34a00',
    shorts: '#00629b',
    accent: '#0a58ca',
  },
};

/** The theme of the reader's system, also when it changes. */
export function useTheme(): Theme {
  const [light, setLight] = useState(() => lightSystem().matches);
  useEffect(() => {
    const system = lightSystem();
    const follow = () => setLight(system.matches);
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  return useMemo(
    () => ({ ...themes[light ? 'light' : 'dark'], page: getComputedStyle(document.documentElement).getPropertyValue('--chart') }),
    [light],
  );
}

function lightSystem(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: light)');
}
