import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { logo } from './game';

/** The game's own logo; Podium's where it has none, or where it does not come. */
export function OwnLogo({ children }: { children: ComponentChildren }) {
  const [failed, setFailed] = useState('');
  const url = logo.value;
  if (!url || failed === url) return <>{children}</>;
  return <img class="own-logo" src={url} alt="" onError={() => setFailed(url)} />;
}
