import { MonitorIcon, MoonIcon, SunIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { useUiText } from '../messages/use-messages.js';
import { applyTheme, readTheme, type Theme, themes } from './theme.js';
import './theme-switch.css';

const icons = { system: MonitorIcon, light: SunIcon, dark: MoonIcon } as const;

/** Three small choices: like my device, light, dark. The choice stays on the device. */
export function ThemeSwitch() {
  const t = useUiText();
  const name = useId();
  const [theme, setTheme] = useState(readTheme);
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <fieldset className="mu-theme-switch">
      <legend className="mu-visually-hidden">{t('ui.theme.label')}</legend>
      {themes.map((option) => {
        const Icon = icons[option];
        return (
          <label key={option} className="mu-theme-option">
            <input
              type="radio"
              name={name}
              className="mu-theme-input"
              aria-label={t(`ui.theme.${option}`)}
              checked={option === theme}
              onChange={() => choose(option)}
            />
            <Icon aria-hidden />
          </label>
        );
      })}
    </fieldset>
  );
}
