import { type ComponentType, type LazyExoticComponent, lazy, useMemo } from 'react';

/** A page whose code is fetched when somebody goes there, or ahead. */
export interface PageCode {
  /** Fetches the code, so that the page stands at once later, without a skeleton before it. */
  fetch(): Promise<void>;
  /** The page, once its code is there. */
  fetched(): ComponentType | undefined;
  /** The page, which waits for its code. */
  readonly Later: LazyExoticComponent<ComponentType>;
}

/** The code of the page a module exports by this name. */
export function pageCode<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): PageCode {
  let page: ComponentType | undefined;
  const fetch = async () => {
    page = (await load())[name];
    return { default: page };
  };
  return { fetch: async () => void (await fetch()), fetched: () => page, Later: lazy(fetch) };
}

/** Shows a page; within Suspense, since its code may not be there yet. */
export function LazyPage({ code }: { readonly code: PageCode }) {
  const Page = useMemo(() => code.fetched() ?? code.Later, [code]);
  return <Page />;
}
