import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After going to another page, puts the focus on its main part, so that screen readers start there. */
export function useRouteFocus(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname, main]);
}
