/**
 * A screen or a phone inside the editor: the components of the page it stands for, in a frame that the editor tells what to
 * show. It asks no server for anything, and nothing is stored.
 */
import { addressed } from './preview/parent';

if (addressed() === 'screen') await import('./preview/screen');
else await import('./preview/phone');
