import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const PAGES = ['/', '/host', '/screen'];

/** What the page's policy stopped, and what went wrong unseen. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', error => heard.push(error.message));
  page.on('console', message => {
    if (/Content Security Policy/i.test(message.text())) heard.push(message.text());
  });
  return heard;
}

for (const path of PAGES) {
  test(`${path} opens under its policy, without an error`, async ({ page }) => {
    const heard = complaints(page);
    const response = await page.goto(path);
    expect(response?.headers()['content-security-policy']).toContain("default-src 'self'");
    expect(response?.headers()['cache-control']).toBe('no-cache');
    await expect(page.locator('#app > *').first()).toBeVisible();
    expect(heard).toEqual([]);
  });

  test(`${path} has no serious accessibility violation, in light and in dark`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await expect(page.locator('#app > *').first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test('hashed files come compressed by the build, and are kept for ever', async ({ page }) => {
  const assets: string[] = [];
  page.on('response', response => {
    if (!response.url().includes('/assets/')) return;
    expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers()['content-encoding']).toMatch(/^(br|gzip)$/);
    assets.push(response.url());
  });
  await page.goto('/');
  await expect(page.locator('#app > *').first()).toBeVisible();
  expect(assets.length).toBeGreaterThan(2);
});

test('the page can be put on a home screen: a manifest, and every icon it names', async ({ page }) => {
  await page.goto('/');
  const manifest = await page.request.get(await linked(page, 'manifest'));
  expect(manifest.headers()['content-type']).toBe('application/manifest+json');
  const { name, start_url, display, icons } = await manifest.json();
  expect({ name, start_url, display }).toEqual({ name: 'Podium', start_url: '/', display: 'standalone' });
  expect(icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
  const touch = { src: await linked(page, 'apple-touch-icon'), type: 'image/png', sizes: '180x180' };
  for (const { src, type, sizes } of [...icons, touch]) {
    const icon = await page.request.get(src);
    expect(icon.headers()['content-type'], src).toContain(type);
    // The width and height of a PNG stand at its beginning.
    const bytes = await icon.body();
    if (type === 'image/png') expect(`${bytes.readInt32BE(16)}x${bytes.readInt32BE(20)}`, src).toBe(sizes);
  }
});

function linked(page: Page, rel: string): Promise<string> {
  return page.locator(`link[rel="${rel}"]`).evaluate((link: HTMLLinkElement) => link.href);
}

test('a language that reads from the right turns the page around', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ar-EG' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await context.close();
});
