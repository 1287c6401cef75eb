import { PageHeader, Stack, ThemeSwitch } from '@muster/ui';
import { KitColors } from './kit-colors.js';
import { KitDisplay } from './kit-display.js';
import { KitFeedback } from './kit-feedback.js';
import { KitFields } from './kit-fields.js';
import './gallery.css';

export function KitScene({ title }: { readonly title: string }) {
  return (
    <main className="gallery">
      <PageHeader title={title} lead="Every component in one place, for review." actions={<ThemeSwitch />} />
      <Stack gap="section">
        <KitColors />
        <KitFields />
        <KitFeedback />
        <KitDisplay />
      </Stack>
    </main>
  );
}
