/** The five looks of a screen. All but the usual one come when they are asked for, with a typeface of their own. */
import type { Look, Theme } from '../../protocol';
import { inkOn } from './contrast';

/** The grounds that texts stand on, and the colour of what is lit; the same as in the style sheets and on the server. */
export const THEMES: Record<Theme, { grounds: [string, string]; lit: string }> = {
  hall: { grounds: ['#15121c', '#1f1b29'], lit: '#ffc933' },
  paper: { grounds: ['#f6f0e4', '#fffdf8'], lit: '#a32410' },
  velvet: { grounds: ['#2a0a12', '#3a121c'], lit: '#f2c14e' },
  arcade: { grounds: ['#03081a', '#0b1530'], lit: '#4fe3d2' },
  meadow: { grounds: ['#dcefe0', '#f7fcf7'], lit: '#9a3304' },
};
export const THEME_NAMES = Object.keys(THEMES) as Theme[];

const LATER: Record<Exclude<Theme, 'hall'>, () => Promise<unknown>> = {
  paper: () => import('./paper.css'),
  velvet: () => import('./velvet.css'),
  arcade: () => import('./arcade.css'),
  meadow: () => import('./meadow.css'),
};

/** Resolves when a theme can be shown; fails when it did not come. */
export const loadTheme = (theme: Theme): Promise<unknown> =>
  theme === 'hall' ? Promise.resolve() : LATER[theme]();

/** Shows a look on an element, which keeps the one it had until the new one is there. One this page does not know is the usual one. */
export async function wear(element: HTMLElement, { theme, accent }: Look): Promise<void> {
  try {
    await loadTheme(theme);
    element.dataset.theme = theme;
  } catch {
    element.dataset.theme = 'hall';
  }
  const own: Record<string, string | null> = {
    '--limelight': accent ?? null,
    '--lit-ink': accent ?? null,
    '--on-limelight': accent ? inkOn(accent) : null,
    '--lamp': accent ? `${accent}3d` : null,
  };
  for (const [name, value] of Object.entries(own)) element.style.setProperty(name, value);
}
