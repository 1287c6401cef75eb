import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** After going to another page, puts the focus on its heading, so that screen readers start there. */
export function useRouteFocus(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    focusHeading(main.current);
    if (!isBack) window.scrollTo(0, 0);
  }, [pathname, isBack, main]);
}

/** The same for pages that change within one address: whenever `key` changes. */
export function useHeadingFocus(key: string): void {
  const last = useRef(key);
  useEffect(takeWaitingFocus, []);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    focusHeading(document.querySelector('main'));
    window.scrollTo(0, 0);
  }, [key]);
}

/** Focuses the heading of the page, or its main part while the heading is still on its way. */
export function focusHeading(main: HTMLElement | null): void {
  const heading = main?.querySelector('h1');
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  (heading ?? main)?.focus({ preventScroll: true });
}

/** A heading that comes after its page takes over the focus that waits on the main part. */
export function takeWaitingFocus(): void {
  const main = document.querySelector('main');
  if (main !== null && document.activeElement === main) focusHeading(main);
}
