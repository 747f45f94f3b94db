import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../api';
import { type Key, t } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Field, TextField } from '../../../ui/Field';
import { problemText } from '../../../ui/problem';
import { copyText } from '../../copy';
import { fieldText } from '../../errors';
import { Icon } from '../../layout/Icon';
import { href } from '../../route';
import {
  type GuestRight,
  type LinkRight,
  linkQuiz,
  listShares,
  type Shares,
  shareQuiz,
  unlinkQuiz,
  unshareQuiz,
} from '../../server';
import type { QuizSummary } from '../quiz';
import { DialogFrame } from './DialogFrame';

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

/** With which hosts, and by which link. */
export function ShareDialog({ quiz, onClose }: { quiz: QuizSummary; onClose: () => void }) {
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
    <DialogFrame title={t('share.title', { title: quiz.title })} onClose={onClose}>
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
    </DialogFrame>
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
