import { GripVerticalIcon } from '@muster/ui';
import type { Grab } from './use-grab.js';

/** The button by which one thing is picked up and moved. */
export function GrabHandle({ grab, id }: { readonly grab: Grab; readonly id: string }) {
  return (
    <button {...grab.handle(id)} type="button" className="console-grab">
      <GripVerticalIcon className="mu-icon" aria-hidden />
    </button>
  );
}
