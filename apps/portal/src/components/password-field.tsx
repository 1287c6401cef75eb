import { Checkbox, TextField, type TextFieldProps } from '@muster/ui';
import { useState } from 'react';
import { useAccountText } from '../messages/account/use-account-text.js';

/** A password that can be looked at while it is typed. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'spellCheck'>) {
  const t = useAccountText();
  const [isShown, setShown] = useState(false);
  return (
    <div className="po-password">
      <TextField {...props} type={isShown ? 'text' : 'password'} spellCheck="false" />
      <Checkbox isSelected={isShown} onChange={setShown}>
        {t('password.show')}
      </Checkbox>
    </div>
  );
}
