import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { type Key, knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/library.json';
import { Button } from '../../ui/Button';
import { Field, TextField } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { copyText } from '../copy';
import { fieldText } from '../errors';
import { Icon } from '../layout/Icon';
import { go } from '../navigation';
import { href } from '../route';
import {
  createFolder,
  type GuestRight,
  type LinkRight,
  linkQuiz,
  listShares,
  moveQuizzes,
  replaceFolder,
  type Shares,
  shareQuiz,
  tagQuizzes,
  unlinkQuiz,
  unshareQuiz,
} from '../server';
import { say } from '../toast';
import type { Asking } from './dialog';
import { inOrder, loadPlaces, places, withBelow } from './folders';
import { inParts, refresh } from './moves';
import type { Folder, QuizSummary } from './quiz';

knowEnglish(english);

const TAGS = 20;
const TAG_LENGTH = 40;
const NAME_LENGTH = 80;

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

interface FrameProps {
  title: string;
  onClose: () => void;
  children: (close: () => void) => ComponentChildren;
}
function Frame({ title, onClose, children }: FrameProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} dir="auto">
        {title}
      </h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}

interface FoldersProps {
  label: string;
  value: string;
  /** These cannot be chosen. */
  without?: ReadonlySet<string>;
  error?: string | undefined;
  onChoose: (id: string) => void;
}
function FolderField({ label, value, without, error, onChoose }: FoldersProps) {
  return (
    <Field
      label={label}
      error={error}
      control={described => (
        <select
          {...described}
          class="input"
          value={value}
          onChange={event => onChoose(event.currentTarget.value)}
        >
          <option value="">{t('move.none')}</option>
          {inOrder(places.value?.folders ?? [])
            .filter(({ id }) => !without?.has(id))
            .map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'\u2003'.repeat(depth)}${name}`}
              </option>
            ))}
        </select>
      )}
    />
  );
}

function MoveDialog({ quizzes, onClose }: { quizzes: QuizSummary[]; onClose: () => void }) {
  const [folder, setFolder] = useState(quizzes[0]?.folder ?? '');
  const n = quizzes.length;
  return (
    <Frame title={t('move.title', { n })} onClose={onClose}>
      {close => (
        <form
          class="form"
          onSubmit={async event => {
            event.preventDefault();
            const ids = quizzes.map(({ id }) => id);
            close();
            if (!(await inParts(ids, some => moveQuizzes(some, folder || null)))) return;
            say({ text: t('move.done', { n }) });
            await refresh();
          }}
        >
          <FolderField label={t('move.to')} value={folder} onChoose={setFolder} />
          <div class="dialog-do">
            <Button look="primary" type="submit">
              {t('move.submit')}
            </Button>
            <Button onClick={close}>{t('close')}</Button>
          </div>
        </form>
      )}
    </Frame>
  );
}

/** A tag that only some of them have stays with those. */
function TagDialog({ quizzes, onClose }: { quizzes: QuizSummary[]; onClose: () => void }) {
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
    <Frame
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
    </Frame>
  );
}

interface FolderProps {
  folder: Folder | undefined;
  parent: string | undefined;
  onClose: () => void;
}
function FolderDialog({ folder, parent, onClose }: FolderProps) {
  const [name, setName] = useState(folder?.name ?? '');
  const [place, setPlace] = useState(folder ? (folder.parent ?? '') : (parent ?? ''));
  const [problem, setProblem] = useState<Problem>();
  const wrong = (field: string) => problem?.errors?.find(error => error.field === field);
  const name_ = wrong('name');
  const parent_ = wrong('parent');
  const elsewhere = problem && !name_ && !parent_;
  return (
    <Frame
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
    </Frame>
  );
}

const RIGHTS: Record<GuestRight, Key> = {
  see: 'share.see' satisfies Key,
  launch: 'share.launch' satisfies Key,
  edit: 'share.edit' satisfies Key,
};
const LINKS: Record<LinkRight | 'none', Key> = {
  none: 'share.linkNone' satisfies Key,
  see: 'share.linkSee' satisfies Key,
  copy: 'share.linkCopy' satisfies Key,
};
const WHY: Record<string, Key> = {
  unknown: 'share.unknown' satisfies Key,
  'not-allowed': 'share.own' satisfies Key,
  'too-many': 'share.tooMany' satisfies Key,
};

function ShareDialog({ quiz, onClose }: { quiz: QuizSummary; onClose: () => void }) {
  const [shares, setShares] = useState<Shares>();
  const [email, setEmail] = useState('');
  const [may, setMay] = useState<GuestRight>('launch');
  const [problem, setProblem] = useState<Problem>();
  const [copied, setCopied] = useState(false);
  async function load() {
    const reply = await listShares(quiz.id);
    if (reply.ok) setShares(reply.value);
    else setProblem(reply.problem);
  }
  useEffect(() => void load(), []);
  const wrong = problem?.errors?.find(error => error.field === 'email');

  async function give(to: string, right: GuestRight) {
    const reply = await shareQuiz(quiz.id, to, right);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setShares(reply.value);
    setEmail('');
  }
  async function setLink(right: LinkRight | 'none') {
    setCopied(false);
    const reply = right === 'none' ? await unlinkQuiz(quiz.id) : await linkQuiz(quiz.id, right);
    setProblem(reply.ok ? undefined : reply.problem);
    await load();
  }
  const link = shares?.link && `${location.origin}/host${href({ page: 'linked', token: shares.link.token })}`;
  return (
    <Frame title={t('share.title', { title: quiz.title })} onClose={onClose}>
      {close => (
        <>
          <form
            class="form share-add"
            onSubmit={event => {
              event.preventDefault();
              void give(email, may);
            }}
          >
            <TextField
              label={t('share.email')}
              type="email"
              value={email}
              error={wrong && (WHY[wrong.code] ? t(WHY[wrong.code]!) : fieldText(wrong))}
              onText={setEmail}
            />
            <RightField value={may} label={t('share.may')} onChoose={setMay} />
            <Button type="submit">{t('share.add')}</Button>
          </form>
          {shares && shares.hosts.length > 0 && (
            <ul class="share-hosts">
              {shares.hosts.map(host => (
                <li key={host.id}>
                  <span class="share-who">
                    <bdi>{host.name}</bdi> <bdi class="quiet">{host.email}</bdi>
                  </span>
                  <RightField
                    value={host.may}
                    label={t('share.mayOf', { name: host.name })}
                    unseen
                    onChoose={right => give(host.email, right)}
                  />
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={t('share.remove', { name: host.name })}
                    onClick={async () => {
                      await unshareQuiz(quiz.id, host.id);
                      await load();
                    }}
                  >
                    <Icon name="close" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Field
            label={t('share.link')}
            hint={t('share.linkLead')}
            control={described => (
              <select
                {...described}
                class="input"
                value={shares?.link?.may ?? 'none'}
                onChange={event => setLink(event.currentTarget.value as LinkRight | 'none')}
              >
                {(Object.keys(LINKS) as (keyof typeof LINKS)[]).map(it => (
                  <option key={it} value={it}>
                    {t(LINKS[it])}
                  </option>
                ))}
              </select>
            )}
          />
          {link && (
            <div class="share-link">
              <input class="input" readOnly dir="ltr" aria-label={t('share.link')} value={link} />
              <Button
                onClick={async () => {
                  setCopied(await copyText(link));
                }}
              >
                <Icon name={copied ? 'check' : 'copy'} />
                {copied ? t('share.copied') : t('share.copy')}
              </Button>
            </div>
          )}
          {problem && !wrong && (
            <p class="field-error" role="alert">
              {problemText(problem)}
            </p>
          )}
          <div class="dialog-do">
            <Button onClick={close}>{t('close')}</Button>
          </div>
        </>
      )}
    </Frame>
  );
}

interface RightProps {
  value: GuestRight;
  label: string;
  unseen?: boolean;
  onChoose: (right: GuestRight) => void;
}
function RightField({ value, label, unseen, onChoose }: RightProps) {
  const choice = (described: object) => (
    <select
      {...described}
      class="input"
      value={value}
      onChange={event => onChoose(event.currentTarget.value as GuestRight)}
    >
      {(Object.keys(RIGHTS) as GuestRight[]).map(it => (
        <option key={it} value={it}>
          {t(RIGHTS[it])}
        </option>
      ))}
    </select>
  );
  return unseen ? choice({ 'aria-label': label }) : <Field label={label} control={choice} />;
}
