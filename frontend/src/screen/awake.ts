/** Keeps the projector's laptop awake while the page is visible, where the browser lets a page do that. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    // Plain http has no wake lock, and a low battery refuses it: then the system's own setting counts.
    lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
