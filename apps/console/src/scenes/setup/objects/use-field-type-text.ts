import { useCallback } from 'react';
import { useSetupObjectsText } from '../../../messages/setup-objects/use-setup-objects-text.js';
import { fieldTypeNames } from './field-types.js';

/** The name of a field type in words; a type Setup has no words for stays as it is. */
export function useFieldTypeText(): (type: string) => string {
  const t = useSetupObjectsText();
  return useCallback(
    (type) => {
      const known = fieldTypeNames.find((name) => name === type);
      return known === undefined ? type : t(`type.${known}`);
    },
    [t],
  );
}
