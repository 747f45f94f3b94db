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

test('hashed files are kept for ever', async ({ page }) => {
  const assets: string[] = [];
  page.on('response', response => {
    if (!response.url().includes('/assets/')) return;
    expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    assets.push(response.url());
  });
  await page.goto('/');
  await expect(page.locator('#app > *').first()).toBeVisible();
  expect(assets.length).toBeGreaterThan(2);
});

test('a language that reads from the right turns the page around', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ar-EG' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await context.close();
});
