import { signal } from '@preact/signals';
import { href, parseRoute, type Route } from './route';

/** Where the host is. */
export const place = signal<Route>({ page: 'library' });

/** Follows the address from now on. */
export function followAddress(): void {
  const read = () => {
    place.value = parseRoute(location.hash);
  };
  addEventListener('hashchange', read);
  read();
}

export function go(route: Route): void {
  location.hash = href(route);
}

/** The same, leaving no step to go back to. */
export function replace(route: Route): void {
  history.replaceState(null, '', href(route));
  place.value = route;
}
