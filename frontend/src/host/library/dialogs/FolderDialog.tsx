import { useState } from 'preact/hooks';
import type { Problem } from '../../../api';
import { t } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/Field';
import { problemText } from '../../../ui/problem';
import { fieldText } from '../../errors';
import { go } from '../../navigation';
import { createFolder, replaceFolder } from '../../server';
import { loadPlaces, places, withBelow } from '../folders';
import type { Folder } from '../quiz';
import { DialogFrame } from './DialogFrame';
import { FolderField } from './FolderField';

const NAME_LENGTH = 80;

interface Props {
  folder: Folder | undefined;
  parent: string | undefined;
  onClose: () => void;
}
/** A folder's name and place; a new one is made where there is none yet. */
export function FolderDialog({ folder, parent, onClose }: Props) {
  const [name, setName] = useState(folder?.name ?? '');
  const [place, setPlace] = useState(folder ? (folder.parent ?? '') : (parent ?? ''));
  const [problem, setProblem] = useState<Problem>();
  const wrong = (field: string) => problem?.errors?.find(error => error.field === field);
  const name_ = wrong('name');
  const parent_ = wrong('parent');
  const elsewhere = problem && !name_ && !parent_;
  return (
    <DialogFrame
      title={folder ? t('folder.edit', { name: folder.name }) : t('library.newFolder')}
      onClose={onClose}
    >
      {close => (
        <form
          class="form"
          onSubmit={async event => {
            event.preventDefault();
            const chosen = { name, ...(place && { parent: place }) };
            const reply = folder ? await replaceFolder(folder.id, chosen) : await createFolder(chosen);
            if (!reply.ok) return setProblem(reply.problem);
            close();
            await loadPlaces();
            if (reply.value) go({ page: 'library', folder: reply.value.id });
          }}
        >
          <TextField
            label={t('folder.name')}
            value={name}
            maxLength={NAME_LENGTH}
            error={name_ && fieldText(name_)}
            onText={setName}
          />
          <FolderField
            label={t('folder.in')}
            value={place}
            {...(folder && { without: withBelow(places.value?.folders ?? [], folder.id) })}
            error={parent_ && (parent_.code === 'out-of-range' ? t('folder.tooDeep') : t('folder.inItself'))}
            onChoose={setPlace}
          />
          {elsewhere && (
            <p class="field-error" role="alert">
              {problem.errors ? t('folder.tooMany') : problemText(problem)}
            </p>
          )}
          <div class="dialog-do">
            <Button look="primary" type="submit">
              {folder ? t('folder.save') : t('folder.create')}
            </Button>
            <Button onClick={close}>{t('close')}</Button>
          </div>
        </form>
      )}
    </DialogFrame>
  );
}
