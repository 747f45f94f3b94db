import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../api';
import { language, t } from '../../../i18n';
import { formatNumber } from '../../../i18n/fill';
import type { Media } from '../../../protocol';
import { Button } from '../../../ui/Button';
import { problemText } from '../../../ui/problem';
import { ConfirmDialog } from '../../layout/ConfirmDialog';
import { Icon } from '../../layout/Icon';
import { deleteMedia, kindOf, listMedia, type MediaPage, placed, type Shelved } from './shelf';
import { type Fits, kindFor } from './types';

export interface Props {
  only: Fits | undefined;
  onTake: (media: Media) => void;
  onClose: () => void;
}

/** What the host has uploaded, to be used again, and the room it takes. */
export default function MediaShelf({ only, onTake, onClose }: Props) {
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirm = useRef<HTMLDialogElement>(null);
  const [items, setItems] = useState<Shelved[]>([]);
  const [page, setPage] = useState<MediaPage>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [going, setGoing] = useState<Shelved>();
  /** What cannot go, and why. */
  const [kept, setKept] = useState('');

  async function load(after?: string) {
    setBusy(true);
    const reply = await listMedia(after);
    setBusy(false);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setPage(reply.value);
    setItems(known => (after ? [...known, ...reply.value.items] : reply.value.items));
  }
  useEffect(() => {
    dialog.current!.showModal();
    void load();
  }, []);

  async function take(item: Shelved) {
    setBusy(true);
    const media = await placed(item);
    dialog.current?.close();
    onTake(media);
  }
  function ask(item: Shelved) {
    setKept('');
    if (isUsed(item)) {
      setKept(t('shelf.inUse', { places: placesOf(item) }));
    } else {
      setGoing(item);
      confirm.current!.showModal();
    }
  }
  async function remove({ hash }: Shelved) {
    const reply = await deleteMedia(hash);
    if (reply.ok || reply.problem.status === 404) {
      dialog.current?.querySelector<HTMLElement>('.dialog-close')?.focus();
      await load();
    } else if (reply.problem.status === 409) await load();
    else setProblem(reply.problem);
  }

  const shown = only ? items.filter(item => kindOf(item) === kindFor(only)) : items;
  return (
    <dialog class="dialog shelf" ref={dialog} aria-labelledby={title} onClose={onClose}>
      <div class="shelf-head">
        <h2 id={title}>{t('shelf.title')}</h2>
        <button
          type="button"
          class="icon-button dialog-close"
          aria-label={t('close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {page && (
        <p class="quiet">{t('shelf.room', { used: sizeText(page.used), all: sizeText(page.quota) })}</p>
      )}
      {!page && !problem && <p class="quiet">{t('page.waiting')}</p>}
      {problem && (
        <div class="notice notice-bad" role="alert">
          <p>{problemText(problem)}</p>
          <Button onClick={() => load()}>{t('link.retry')}</Button>
        </div>
      )}
      {kept && (
        <p class="notice notice-note" role="alert">
          {kept}
        </p>
      )}
      {page && shown.length === 0 && <p class="quiet">{t('shelf.empty')}</p>}
      <ul class="shelf-items">
        {shown.map(item => (
          <li key={item.hash} class="shelf-item">
            <button
              type="button"
              class="shelf-take"
              aria-disabled={busy ? 'true' : undefined}
              aria-label={t('shelf.use', { what: nameOf(item) })}
              onClick={() => !busy && take(item)}
            >
              {kindOf(item) === 'image' ? (
                <img src={item.phone?.url ?? item.url} alt="" loading="lazy" />
              ) : (
                <Icon name="play" />
              )}
            </button>
            <p class="shelf-words">
              {nameOf(item)}
              <br />
              <span class="quiet" dir="auto">
                {isUsed(item) ? t('shelf.usedIn', { places: placesOf(item) }) : t('shelf.unused')}
              </span>
            </p>
            <button
              type="button"
              class="icon-button"
              aria-label={t('shelf.delete', { what: nameOf(item) })}
              onClick={() => ask(item)}
            >
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
      {page?.next && (
        <Button busy={busy} onClick={() => load(page.next)}>
          {t('shelf.more')}
        </Button>
      )}
      <ConfirmDialog
        dialog={confirm}
        title={t('shelf.deleteTitle')}
        lead={t('shelf.deleteLead')}
        stay={t('shelf.keep')}
        act={t('library.delete')}
        onAct={() => going && remove(going)}
      />
    </dialog>
  );
}

const isUsed = ({ quizzes, games }: Shelved) => quizzes.length + games > 0;

function placesOf({ quizzes, games }: Shelved): string {
  const places = quizzes.map(({ title }) => t('shelf.quiz', { title }));
  if (games > 0) places.push(t('shelf.games', { n: games }));
  return new Intl.ListFormat(language.value).format(places);
}

/** Such as “Picture, 84 kB”: uploads keep no name. */
const nameOf = (item: Shelved) => `${t(`media.${kindOf(item)}`)}, ${sizeText(item.size)}`;

const UNITS = [
  [1e9, 'gigabyte'],
  [1e6, 'megabyte'],
  [0, 'kilobyte'],
] as const;

function sizeText(bytes: number): string {
  const [least, unit] = UNITS.find(([from]) => bytes >= from)!;
  const value = Math.max(1, bytes / (least || 1e3));
  return formatNumber(language.value, value, { style: 'unit', unit, maximumSignificantDigits: 2 });
}
