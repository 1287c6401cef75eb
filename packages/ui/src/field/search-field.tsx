import { SearchIcon, XIcon } from 'lucide-react';
import type { Ref } from 'react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
  Label,
} from 'react-aria-components';
import { useUiText } from '../messages/use-messages.js';
import './field.css';

export interface SearchFieldProps
  extends Pick<
    AriaSearchFieldProps,
    'value' | 'defaultValue' | 'onChange' | 'onSubmit' | 'autoFocus' | 'name'
  > {
  /** Names the field for screen readers; shown as its placeholder. */
  readonly label?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Words to look for; Esc and the cross clear it. */
export function SearchField({ label, inputRef, ...rest }: SearchFieldProps) {
  const t = useUiText();
  const name = label ?? t('ui.field.search');
  return (
    <AriaSearchField {...rest} className="mu-search">
      <Label className="mu-visually-hidden">{name}</Label>
      <SearchIcon className="mu-icon mu-search-icon" aria-hidden />
      <Input className="mu-input" placeholder={name} ref={inputRef ?? null} />
      <Button className="mu-search-clear">
        <XIcon className="mu-icon" aria-hidden />
      </Button>
    </AriaSearchField>
  );
}
