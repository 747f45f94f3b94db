// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { ServerClock } from '../transport/types';
import { useReached } from './reached';

test('a moment that comes while the page is drawn is not missed', async () => {
  let now = 0;
  const clock = { until: (at: number) => at - now, listen: () => () => {} } as unknown as ServerClock;
  function View() {
    const reached = useReached(clock, 3);
    // What is drawn takes its time, and what waits begins after it.
    now = 5;
    return <p>{reached ? 'reached' : 'soon'}</p>;
  }
  render(<View />);
  expect(await screen.findByText('reached')).toBeTruthy();
});
