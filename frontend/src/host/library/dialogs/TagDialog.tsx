import { useId, useState } from 'preact/hooks';
import { t } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { Icon } from '../../layout/Icon';
import { tagQuizzes } from '../../server';
import { places } from '../folders';
import { inParts, refresh } from '../moves';
import type { QuizSummary } from '../quiz';
import { DialogFrame } from './DialogFrame';

/** As many, and as long, as the server takes. */
const TAGS = 20;
const TAG_LENGTH = 40;

/** A tag that only some of them have stays with those. */
export function TagDialog({ quizzes, onClose }: { quizzes: QuizSummary[]; onClose: () => void }) {
  const had = [...new Set(quizzes.flatMap(quiz => quiz.tags))];
  const [tags, setTags] = useState(had);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const known = places.value?.tags ?? [];
  const list = useId();
  function add(): string[] {
    const tag = typed.trim().replace(/\s+/g, ' ');
    if (!tag) return tags;
    if (tags.length >= TAGS) {
      setError(t('tag.tooMany'));
      return tags;
    }
    const next = tags.some(it => it.toLowerCase() === tag.toLowerCase()) ? tags : [...tags, tag];
    setTags(next);
    setTyped('');
    return next;
  }
  /** Also what is typed and not added yet. */
  async function save(close: () => void): Promise<void> {
    const now = add();
    const added = now.filter(tag => !had.includes(tag));
    const removed = had.filter(tag => !now.includes(tag));
    close();
    if (added.length + removed.length === 0) return;
    const ids = quizzes.map(({ id }) => id);
    if (await inParts(ids, some => tagQuizzes(some, added, removed))) await refresh();
  }
  return (
    <DialogFrame
      title={
        quizzes.length === 1
          ? t('tag.title', { title: quizzes[0]!.title })
          : t('tag.titles', { n: quizzes.length })
      }
      onClose={onClose}
    >
      {close => (
        <form
          class="form"
          onSubmit={event => {
            event.preventDefault();
            add();
          }}
        >
          <ul class="tag-list">
            {tags.map(tag => (
              <li key={tag} class="tag">
                <bdi>{tag}</bdi>
                <button
                  type="button"
                  class="tag-remove"
                  aria-label={t('tag.remove', { tag })}
                  onClick={() => setTags(tags.filter(it => it !== tag))}
                >
                  <Icon name="close" />
                </button>
              </li>
            ))}
          </ul>
          <Field
            label={t('tag.add')}
            hint={t('tag.hint')}
            error={error}
            control={described => (
              <div class="tag-add">
                <input
                  {...described}
                  class="input"
                  dir="auto"
                  maxLength={TAG_LENGTH}
                  list={list}
                  value={typed}
                  onInput={event => {
                    setTyped(event.currentTarget.value);
                    setError(undefined);
                  }}
                />
                <Button type="submit">{t('tag.addDo')}</Button>
              </div>
            )}
          />
          <datalist id={list}>
            {known.map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <div class="dialog-do">
            <Button look="primary" onClick={() => save(close)}>
              {t('tag.save')}
            </Button>
            <Button onClick={close}>{t('close')}</Button>
          </div>
        </form>
      )}
    </DialogFrame>
  );
}
