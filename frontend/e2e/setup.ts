import type { FullConfig } from '@playwright/test';

/** The tests need a Podium with its demo data: `./podium test` starts one of its own and names it in PODIUM_URL. */
export default async function setup({ projects }: FullConfig): Promise<void> {
  const url = projects[0]!.use.baseURL!;
  const answer = await fetch(`${url}/api/setup`).catch(() => undefined);
  const { demo } = answer?.ok ? await answer.json() : { demo: false };
  if (!demo)
    throw new Error(`No Podium with demo data at ${url}: start one with ./podium, or run ./podium test.`);
}
