import { MonitorIcon, MoonIcon, SunIcon } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import { applyTheme, readTheme, type Theme, themes } from './theme.js';
import './theme-switch.css';

const icons = { system: MonitorIcon, light: SunIcon, dark: MoonIcon } as const;

/** Three small buttons: like my device, light, dark. The choice stays on the device. */
export function ThemeSwitch() {
  const t = useUiText();
  const [theme, setTheme] = useState(readTheme);
  return (
    <ToggleButtonGroup
      className="mu-theme-switch"
      aria-label={t('ui.theme.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={([next]) => {
        applyTheme(next as Theme);
        setTheme(next as Theme);
      }}
    >
      {themes.map((option) => {
        const Icon = icons[option];
        return (
          <ToggleButton
            key={option}
            id={option}
            className="mu-theme-option"
            aria-label={t(`ui.theme.${option}`)}
          >
            <Icon aria-hidden />
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
