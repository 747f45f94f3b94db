import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Look, Theme } from '../../protocol';
import { Button } from '../../ui/Button';
import { Field, TextField } from '../../ui/Field';
import { loadTheme, THEME_NAMES, THEMES } from '../../ui/themes';
import { inkOn, nearestLegible } from '../../ui/themes/contrast';
import { URL_MAX } from '../editor/limits';
import { LookFile } from './LookFile';
import { lookMistakes } from './settings';
import { visibleOn } from './visible';
import '../../ui/themes/hall.css';
import './look.css';

interface Props {
  look: Look;
  onChange(look: Look): void;
}

/** How the screen will look: five stages as they are, a colour that can be read on the chosen one, a logo, a sound. */
export function LookChoice({ look, onChange }: Props) {
  const { theme, accent, logo, sound } = look;
  const { grounds, lit } = THEMES[theme];
  const mistakes = lookMistakes(look);
  const near = accent && mistakes.includes('accent') ? nearestLegible(accent, grounds) : undefined;
  return (
    <fieldset class="looks">
      <legend class="field-label">{t('launch.look')}</legend>
      <div class="look-themes">
        {THEME_NAMES.map(name => (
          <label key={name} class="look-theme">
            <input
              type="radio"
              name="theme"
              value={name}
              checked={name === theme}
              onChange={() => onChange({ ...look, theme: name })}
            />
            <Stage theme={name} accent={name === theme ? accent : undefined} />
            <span>{t(`launch.theme.${name}`)}</span>
          </label>
        ))}
      </div>
      <div class="launch-fields">
        <Field
          label={t('launch.accent')}
          hint={t('launch.accentHint')}
          error={near && t('launch.accentLow')}
          control={described => (
            <span class="look-accent">
              <input
                {...described}
                type="color"
                value={accent ?? lit}
                onInput={event => onChange({ ...look, accent: event.currentTarget.value })}
              />
              {near && (
                <Button onClick={() => onChange({ ...look, accent: near })}>
                  <span class="look-near" style={{ background: near }} />
                  <bdi dir="ltr">{t('launch.accentNear', { colour: near })}</bdi>
                </Button>
              )}
              {accent && (
                <Button look="ghost" onClick={() => onChange(without(look, 'accent'))}>
                  {t('launch.accentOwn')}
                </Button>
              )}
            </span>
          )}
        />
        <LobbySound
          url={sound}
          onUrl={url => onChange(url ? { ...look, sound: url } : without(look, 'sound'))}
        />
        <OwnLogo
          url={logo}
          ground={grounds[0]}
          wrong={mistakes.includes('logo')}
          onUrl={url => onChange(url ? { ...look, logo: url } : without(look, 'logo'))}
        />
      </div>
    </fieldset>
  );
}

interface FileProps {
  url: string | undefined;
  onUrl: (url: string | undefined) => void;
}

/** A picture of the host's on the ground it will stand on, or the address of one. */
function OwnLogo({ url, ground, wrong, onUrl }: FileProps & { ground: string; wrong: boolean }) {
  const [faint, setFaint] = useState(false);
  const mine = url?.startsWith('/media/') ? url : undefined;
  const [gone, onGone] = useGone(mine);
  useEffect(() => {
    let wanted = true;
    setFaint(false);
    if (mine) visibleOn(mine, ground).then(visible => wanted && setFaint(!visible));
    return () => {
      wanted = false;
    };
  }, [mine, ground]);
  return (
    <LookFile
      fits="logo"
      title={t('launch.logo')}
      hint={t('launch.logoHint')}
      url={url}
      onUrl={onUrl}
      shown={
        mine && (
          <>
            <p class="look-logo" style={{ background: ground }}>
              <img src={mine} alt={t('launch.logo')} onError={onGone} />
            </p>
            <Trouble words={gone ? t('launch.fileGone') : faint && t('launch.logoFaint')} />
          </>
        )
      }
    >
      {!mine && (
        <TextField
          label={t('editor.mediaUrl')}
          hint={t('editor.mediaHint')}
          type="url"
          value={url ?? ''}
          maxLength={URL_MAX}
          error={wrong && t('launch.logoHttp')}
          onText={text => onUrl(text.trim() || undefined)}
        />
      )}
    </LookFile>
  );
}

/** A sound of the host's for while people come in; silence where there is none. */
function LobbySound({ url, onUrl }: FileProps) {
  const [gone, onGone] = useGone(url);
  return (
    <LookFile
      fits="audio"
      title={t('launch.sound')}
      hint={t('launch.soundHint')}
      url={url}
      onUrl={onUrl}
      shown={
        url && (
          <>
            {/* biome-ignore lint/a11y/useMediaCaption: what a lobby plays says nothing that must be known */}
            <audio
              class="media-shown"
              src={url}
              controls
              preload="metadata"
              aria-label={t('launch.sound')}
              onError={onGone}
            />
            <Trouble words={gone && t('launch.fileGone')} />
          </>
        )
      }
    />
  );
}

/** Whether the file of this address did not come, and what notes that. */
function useGone(url: string | undefined): [gone: boolean, onGone: () => void] {
  const [gone, setGone] = useState<string>();
  return [gone !== undefined && gone === url, () => setGone(url)];
}

function Trouble({ words }: { words: string | false }) {
  if (!words) return null;
  return (
    <p class="field-error" role="alert">
      {words}
    </p>
  );
}

function without(look: Look, part: 'accent' | 'logo' | 'sound'): Look {
  const { [part]: _gone, ...rest } = look;
  return rest;
}

/** A screen in small: its ground, its light, its type. */
function Stage({ theme, accent }: { theme: Theme; accent: string | undefined }) {
  const [worn, setWorn] = useState<Theme>('hall');
  useEffect(() => {
    loadTheme(theme).then(
      () => setWorn(theme),
      () => {},
    );
  }, [theme]);
  const own = accent && { '--limelight': accent, '--lit-ink': accent, '--on-limelight': inkOn(accent) };
  return (
    <span class="look-stage" data-theme={worn} style={own || undefined} aria-hidden="true">
      <span class="look-hall" data-phase="lobby">
        <span class="light" />
        <span class="beams" />
        <b class="look-pin">123 456</b>
        <span class="look-tiles">
          {[1, 2, 3, 4].map(place => (
            <i key={place} class={`tile answer-${place}`} />
          ))}
        </span>
      </span>
    </span>
  );
}
