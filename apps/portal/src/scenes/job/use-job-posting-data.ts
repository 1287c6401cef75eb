import { useEffect } from 'react';

/** Puts the schema.org description of a vacancy into the page, where search engines look for it. */
export function useJobPostingData(jsonLd: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(jsonLd);
  useEffect(() => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = text;
    document.head.append(script);
    return () => script.remove();
  }, [text]);
}
