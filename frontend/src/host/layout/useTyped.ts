import { useEffect, useState } from 'preact/hooks';

/** Whoever types on within that time asks once. */
const TYPING_MS = 200;

/** What is typed to search a list by, and what is asked of the server for it: the same, once the typing pauses. */
export function useTyped() {
  const [typed, type] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), typed ? TYPING_MS : 0);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, search, type };
}
