import { useEffect } from 'react';

const type = 'application/ld+json';

/**
 * Keeps the schema.org description of the vacancy in the page, where search engines look for it. The server puts it
 * into the first page it answers with; this one stands in its place from then on.
 */
export function useJobPostingData(jsonLd: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(jsonLd);
  useEffect(() => {
    for (const other of document.head.querySelectorAll(`script[type="${type}"]`)) other.remove();
    const script = document.createElement('script');
    script.type = type;
    script.textContent = text;
    document.head.append(script);
    return () => script.remove();
  }, [text]);
}
