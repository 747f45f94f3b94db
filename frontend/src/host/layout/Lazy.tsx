import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Area, addWords, t } from '../../i18n';
import { Button } from '../../ui/Button';
import { Waiting } from './Waiting';

type Props<P> = {
  load: () => Promise<{ default: ComponentType<P> }>;
  words: Area;
  /** What stands there until the part has come. */
  meanwhile?: ComponentChildren;
} & P;

/** A part of the pages whose code and words are fetched when it is first opened. */
export function Lazy<P extends object>({ load, words, meanwhile = <Waiting />, ...props }: Props<P>) {
  const [Part, setPart] = useState<{ it: ComponentType<P> | null }>();
  const fetchPart = () => {
    Promise.all([load(), addWords(words)]).then(
      ([part]) => setPart({ it: part.default }),
      () => setPart({ it: null }),
    );
  };
  useEffect(fetchPart, []);
  if (!Part) return <>{meanwhile}</>;
  if (Part.it) return <Part.it {...(props as unknown as P)} />;
  return (
    <main class="page empty">
      <h1>{t('page.failed')}</h1>
      <p class="quiet">{t('problem.unreachable')}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('link.retry')}
      </Button>
    </main>
  );
}
