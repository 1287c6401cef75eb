import { assertNever } from '@muster/kernel';
import { useRequisitionsText } from '../../messages/requisitions/use-requisitions-text.js';
import type { PostingFault } from './posting-draft.js';

/** A fault in words. */
export function useFaultText(): (fault: PostingFault | undefined) => string | undefined {
  const t = useRequisitionsText();
  return (fault) => {
    switch (fault) {
      case undefined:
        return undefined;
      case 'missing':
        return t('missing');
      case 'choice':
        return t('missing.choice');
      case 'pay':
        return t('missing.pay');
      case 'payOrder':
        return t('wrong.pay');
      case 'past':
        return t('wrong.past');
      default:
        return assertNever(fault);
    }
  };
}
