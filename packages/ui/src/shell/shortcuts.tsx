import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Key } from '../button/button.js';
import { Checkbox } from '../field/checkbox.js';
import { useUiText } from '../messages/use-messages.js';
import { Dialog } from '../overlay/dialog.js';
import { byGroup } from './match-commands.js';
import { matchShortcut, type Shortcut } from './shortcut-match.js';
import './shortcuts.css';

type Registry = ReadonlyMap<string, readonly Shortcut[]>;

interface ShortcutsValue {
  readonly set: (owner: string, shortcuts: readonly Shortcut[] | null) => void;
  readonly openHelp: () => void;
}

const ShortcutsContext = createContext<ShortcutsValue | null>(null);
const storageKey = 'muster.shortcuts';
const sequenceTime = 1_200;

/** Listens for the shortcuts of everything inside, and lists them on "?". Single keys can be switched off (WCAG 2.1.4). */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const t = useUiText();
  const [registry, setRegistry] = useState<Registry>(() => new Map());
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isOn, setOn] = useState(() => localStorage.getItem(storageKey) !== 'off');
  const value = useMemo<ShortcutsValue>(
    () => ({
      set: (owner, shortcuts) => setRegistry((before) => withOwner(before, owner, shortcuts)),
      openHelp: () => setHelpOpen(true),
    }),
    [],
  );
  const help: Shortcut = {
    keys: '?',
    label: t('ui.shortcuts.help'),
    group: t('ui.shortcuts.general'),
    onTrigger: value.openHelp,
  };
  const all = [help, ...[...registry.values()].flat()];
  useKeySequences(isOn ? all : []);
  return (
    <ShortcutsContext value={value}>
      {children}
      <Dialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} title={t('ui.shortcuts.title')}>
        <ShortcutList shortcuts={all} />
        <Checkbox
          isSelected={isOn}
          onChange={(next) => {
            localStorage.setItem(storageKey, next ? 'on' : 'off');
            setOn(next);
          }}
        >
          {t('ui.shortcuts.isOn')}
        </Checkbox>
      </Dialog>
    </ShortcutsContext>
  );
}

/** Shortcuts while a component is shown. Pass a constant or a memo. Outside a ShortcutsProvider they do nothing. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const owner = useId();
  const value = useContext(ShortcutsContext);
  useEffect(() => {
    value?.set(owner, shortcuts);
    return () => value?.set(owner, null);
  }, [value, owner, shortcuts]);
}

/** Opens the list of shortcuts, for a button or a menu. */
export function useShortcutHelp(): () => void {
  const value = useContext(ShortcutsContext);
  return () => value?.openHelp();
}

function ShortcutList({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  const t = useUiText();
  const groups = byGroup(shortcuts);
  return (
    <div className="mu-shortcuts">
      {groups.map(([group, members]) => (
        <section key={group}>
          <h3>{group}</h3>
          <dl>
            {members.map((shortcut) => (
              <div key={shortcut.keys}>
                <dt>{shortcut.label}</dt>
                <dd>
                  <span className="mu-visually-hidden">
                    {shortcut.keys.replaceAll(' ', ` ${t('ui.shortcuts.then')} `)}
                  </span>
                  {shortcut.keys.split(' ').map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function useKeySequences(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  const typed = useRef<{ readonly keys: readonly string[]; readonly at: number }>({ keys: [], at: 0 });
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
        return;
      const now = Date.now();
      const before = now - typed.current.at < sequenceTime ? typed.current.keys : [];
      const match = matchShortcut(latest.current, before, event.key);
      typed.current = { keys: match.kind === 'Begun' ? match.typed : [], at: now };
      if (match.kind !== 'Hit') return;
      event.preventDefault();
      match.shortcut.onTrigger();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}

function withOwner(registry: Registry, owner: string, shortcuts: readonly Shortcut[] | null): Registry {
  const next = new Map(registry);
  if (shortcuts === null) next.delete(owner);
  else next.set(owner, shortcuts);
  return next;
}
