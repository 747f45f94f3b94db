import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Look, Theme } from '../../protocol';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { loadTheme, THEME_NAMES, THEMES } from '../../ui/themes';
import { inkOn, nearestLegible } from '../../ui/themes/contrast';
import { lookMistakes } from './settings';
import '../../ui/themes/hall.css';
import './look.css';

interface Props {
  look: Look;
  onChange(look: Look): void;
}

/** How the screen will look: five stages as they are, a colour that can be read on the chosen one, and a logo. */
export function LookChoice({ look, onChange }: Props) {
  const { theme, accent, logo } = look;
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
        <Field
          label={t('launch.logo')}
          hint={t('launch.logoHint')}
          error={mistakes.includes('logo') ? t('launch.logoHttp') : undefined}
          control={described => (
            <input
              {...described}
              type="url"
              class="input"
              dir="ltr"
              inputMode="url"
              maxLength={2_000}
              value={logo ?? ''}
              onInput={event => {
                const address = event.currentTarget.value.trim();
                onChange(address ? { ...look, logo: address } : without(look, 'logo'));
              }}
            />
          )}
        />
      </div>
    </fieldset>
  );
}

function without(look: Look, part: 'accent' | 'logo'): Look {
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
