import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';

const PUBLIC = new URL('../public/', import.meta.url).pathname;

/** Where one is wanted as pixels; iOS cuts the corners of its own itself. */
const ICONS = [
  ['favicon.svg', 'icons/192.png', 192],
  ['favicon.svg', 'icons/512.png', 512],
  ['icons/maskable.svg', 'icons/maskable-512.png', 512],
  ['icons/maskable.svg', 'icons/apple-touch-icon.png', 180],
] as const;

test('the icons for a home screen, from their drawings', async ({ page }) => {
  for (const [drawing, icon, size] of ICONS) {
    await page.setViewportSize({ width: size, height: size });
    const svg = readFileSync(`${PUBLIC}${drawing}`, 'utf8');
    await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:100vw}</style>${svg}`);
    await page.screenshot({ path: `${PUBLIC}${icon}`, omitBackground: true });
  }
});
