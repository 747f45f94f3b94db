/**
 * Where the focus goes when what has it is deleted: to the next in its list, else the one before, else to `otherwise`.
 * To be called before it goes.
 */
export function focusNeighbour(gone: Element, otherwise: string): void {
  const row = gone.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  requestAnimationFrame(() => {
    const next =
      neighbour?.querySelector<HTMLElement>('a, button') ?? document.querySelector<HTMLElement>(otherwise);
    next?.focus();
  });
}
