import { signal } from '@preact/signals';
import { href, parseRoute, type Route } from './route';

interface Place {
  route: Route;
  /** Another number for each time the host goes somewhere; a page that only changes its address keeps it. */
  visit: number;
}

/** Where the host is. */
export const place = signal<Place>({ route: { page: 'library' }, visit: 0 });

/** Follows the address from now on. */
export function followAddress(): void {
  const read = () => {
    place.value = { route: parseRoute(location.hash), visit: place.peek().visit + 1 };
  };
  addEventListener('hashchange', read);
  read();
}

export function go(route: Route): void {
  location.hash = href(route);
}

/** Gives the page another address, leaving no step to go back to; the same page stays as it is. */
export function replace(route: Route): void {
  history.replaceState(null, '', href(route));
  place.value = { route, visit: place.peek().visit };
}
