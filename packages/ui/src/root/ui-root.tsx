import { type ReactNode, useEffect } from 'react';
import { RouterProvider } from 'react-aria-components';
import { useHref, useNavigate } from 'react-router';
import { LocaleProvider, type LocaleProviderProps } from '../messages/locale-provider.js';
import { ToastProvider } from '../toast/toast-provider.js';
import '../styles/index.css';

export type Density = 'roomy' | 'compact';

export interface UiRootProps extends LocaleProviderProps {
  /** 'roomy' for the portal (44 px targets), 'compact' for the console (32 to 36 px rows). */
  readonly density: Density;
}

/** Stands once around an app, inside its router: styles, density, language, links and notices. */
export function UiRoot({ density, children, ...locale }: UiRootProps) {
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
  return (
    <LocaleProvider {...locale}>
      <RouterLinks>
        <ToastProvider>{children}</ToastProvider>
      </RouterLinks>
    </LocaleProvider>
  );
}

function RouterLinks({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const follow = (href: string) => {
    if (isOutside(href)) window.location.assign(href);
    else void navigate(href);
  };
  return (
    <RouterProvider navigate={follow} useHref={useAppHref}>
      {children}
    </RouterProvider>
  );
}

/** Addresses with a scheme (https:, mailto:, tel:) lead out of the app and stay as they are. */
function useAppHref(href: string): string {
  const inside = useHref(isOutside(href) ? '/' : href);
  return isOutside(href) ? href : inside;
}

function isOutside(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(href);
}
