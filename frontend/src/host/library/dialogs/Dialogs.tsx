import { knowEnglish } from '../../../i18n';
import english from '../../../i18n/en/library.json';
import type { Asking } from '../dialog';
import { FolderDialog } from './FolderDialog';
import { MoveDialog } from './MoveDialog';
import { ShareDialog } from './ShareDialog';
import { TagDialog } from './TagDialog';

knowEnglish(english);

type Props = { asking: Exclude<Asking, { what: 'export' }>; onClose: () => void };

/** What is asked beside the list: where to, which tags, with whom, under which name. */
export default function Dialogs({ asking, onClose }: Props) {
  switch (asking.what) {
    case 'move':
      return <MoveDialog quizzes={asking.quizzes} onClose={onClose} />;
    case 'tag':
      return <TagDialog quizzes={asking.quizzes} onClose={onClose} />;
    case 'share':
      return <ShareDialog quiz={asking.quiz} onClose={onClose} />;
    case 'folder':
      return <FolderDialog folder={asking.folder} parent={asking.parent} onClose={onClose} />;
  }
}
