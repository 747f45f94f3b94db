import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/import.json';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { copyText } from '../copy';
import { Icon } from '../layout/Icon';
import { type ImportReply, previewImport } from '../server';
import { Preview } from './Preview';
import { reasonText } from './reply';
import type { Source } from './source';
import './import.css';

knowEnglish(english);

interface Seen {
  source: Source;
  reply: ImportReply;
}
interface Props {
  title: string;
  back: ComponentChildren;
  /** What is done with so many questions, in words. */
  takeText: (n: number) => string;
  /** Does it; a problem is shown. */
  onTake: (source: Source, reply: ImportReply) => Promise<Problem | undefined>;
}

/** Questions from elsewhere: first chosen, then looked at, then taken. */
export function Importer({ title, back, takeText, onTake }: Props) {
  const [reading, setReading] = useState<string>();
  const [seen, setSeen] = useState<Seen>();
  const [refused, setRefused] = useState<{ name: string; problem: Problem }>();
  const latest = useRef<Source>(undefined);

  async function look(source: Source) {
    latest.current = source;
    setRefused(undefined);
    setReading(source.file.name);
    const reply = await previewImport(source.file, source.mapping);
    if (latest.current !== source) return;
    setReading(undefined);
    if (reply.ok) setSeen({ source, reply: reply.value });
    else setRefused({ name: source.file.name, problem: reply.problem });
  }
  async function take(source: Source, reply: ImportReply) {
    setReading(source.file.name);
    const problem = await onTake(source, reply);
    setReading(undefined);
    if (problem) setRefused({ name: source.file.name, problem });
  }

  return (
    <main class="page import">
      <div class="import-head">
        {back}
        <h1>{title}</h1>
        <p class="quiet">{t('import.lead')}</p>
      </div>
      {refused && <Refused {...refused} />}
      <p class="import-reading quiet" role="status">
        {reading && t('import.reading', { name: reading })}
      </p>
      {seen ? (
        <Preview
          source={seen.source}
          reply={seen.reply}
          busy={reading !== undefined}
          takeText={takeText}
          onMapping={mapping => look({ file: seen.source.file, mapping })}
          onTake={() => take(seen.source, seen.reply)}
          onAnother={() => {
            setSeen(undefined);
            setRefused(undefined);
          }}
        />
      ) : (
        <Choose onFile={file => look({ file })} />
      )}
    </main>
  );
}

function Refused({ name, problem }: { name: string; problem: Problem }) {
  const unread = problem.status === 422 || problem.status === 400;
  if (problem.errors?.[0]?.field === 'columns') {
    return (
      <p class="notice notice-bad" role="alert">
        {t('import.noQuestion')}
      </p>
    );
  }
  const why = unread ? problem.errors?.[0] : undefined;
  return (
    <div class="notice notice-bad" role="alert">
      <p>
        {problem.status === 413
          ? problem.code === 'quota'
            ? t('import.quota')
            : t('import.tooLarge', { name })
          : problem.status === 412
            ? t('import.changedMeanwhile')
            : unread
              ? t('import.notOurs', { name })
              : problemText(problem)}
      </p>
      {why &&
        // What another program calls its files, the server says, in English.
        (why.code === 'unknown' ? (
          <p class="import-why" lang="en" dir="ltr">
            {why.message}
          </p>
        ) : (
          <p class="import-why">{reasonText(why)}</p>
        ))}
    </div>
  );
}

const FILES = '.json,.csv,.tsv,.txt,.xlsx,.gift,.xml,.zip';

function Choose({ onFile }: { onFile: (file: File) => void }) {
  const [pasted, setPasted] = useState('');
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  function take(files: FileList | null | undefined) {
    const first = files?.[0];
    if (file.current) file.current.value = '';
    if (first) onFile(first);
  }
  return (
    <div class="import-ways">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <section
        class={over ? 'import-way import-way-over' : 'import-way'}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <h2>{t('import.fileTitle')}</h2>
        <p class="import-drop">
          <Button look="primary" large onClick={() => file.current?.click()}>
            <Icon name="upload" />
            {t('import.choose')}
          </Button>
          <span class="quiet">{t('import.drop')}</span>
        </p>
        <input
          ref={file}
          type="file"
          accept={FILES}
          hidden
          onChange={event => take(event.currentTarget.files)}
        />
        <p class="quiet">{t('import.formats')}</p>
      </section>
      <section class="import-way">
        <h2>{t('import.pasteTitle')}</h2>
        <Field
          label={t('import.paste')}
          hint={t('import.pasteHint')}
          control={described => (
            <textarea
              {...described}
              class="input import-paste"
              dir="auto"
              rows={8}
              placeholder={t('import.pasteExample')}
              value={pasted}
              onInput={event => setPasted(event.currentTarget.value)}
            />
          )}
        />
        <Button
          look="primary"
          busy={!pasted.trim()}
          onClick={() => onFile(new File([pasted], `${t('editor.untitled')}.txt`, { type: 'text/plain' }))}
        >
          {t('import.pasteShow')}
        </Button>
        <Prompt />
      </section>
    </div>
  );
}

/** For those who let a machine write: the answer it gives is a list that can be pasted. */
function Prompt() {
  const [copied, setCopied] = useState(false);
  return (
    <div class="import-prompt">
      <p class="quiet">{t('import.promptLead')}</p>
      <Button
        onClick={async () => {
          setCopied(await copyText(t('import.promptText')));
        }}
      >
        <Icon name={copied ? 'check' : 'copy'} />
        {copied ? t('import.promptCopied') : t('import.prompt')}
      </Button>
    </div>
  );
}
