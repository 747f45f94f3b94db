import { signal } from '@preact/signals-core';

/** Whether this page has shown how its seat goes to another phone: then it is no trouble when that has it. */
export const moving = signal(false);
