import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { visit } from '../support/browser.js';
import { openState } from '../support/pages/page-state.js';
import { findStory, type Story } from '../support/pages/world.js';
import { type DocPair, type DocPicture, docPair, docPictures } from './doc-pictures.js';
import { encodeWebp } from './encode-webp.js';
import { firstLineOf } from './first-line-of.js';
import { CLOCK, openStage, type Stage } from './open-stage.js';

/** Takes the pictures of README and guides anew. Gives back what could not be taken and why, a line each. */
export async function takeDocPictures(): Promise<readonly string[]> {
  const stage = await openStage();
  try {
    const story = await findStory(stage.server);
    const taken = docPictures.map(
      (picture) => [picture.state.name, () => shoot(stage, story, picture)] as const,
    );
    const all = [...taken, [docPair.name, () => sideBySide(stage, story, docPair)] as const];
    const failures: string[] = [];
    for (const [name, take] of all) {
      try {
        const webp = await encodeWebp(stage.browser, await take());
        await writeFile(fileURLToPath(new URL(`../../docs/screenshots/${name}.webp`, import.meta.url)), webp);
        console.log(`${name}.webp ${Math.ceil(webp.byteLength / 1000)} KB`);
      } catch (failure) {
        failures.push(`${name}: ${firstLineOf(failure)}`);
      }
    }
    console.log(`${all.length - failures.length} pictures in docs/screenshots.`);
    return failures;
  } finally {
    await stage.close();
  }
}

/** The page as it shows itself first, as PNG. */
async function shoot({ server, browser }: Stage, story: Story, picture: DocPicture): Promise<Buffer> {
  const { viewport, state } = picture;
  const { page, context } = await visit(browser, server.url, { viewport, as: state.as, ...CLOCK });
  try {
    await openState(page, state, story);
    return await page.screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await context.close();
  }
}

async function sideBySide(stage: Stage, story: Story, { left, right }: DocPair): Promise<Buffer> {
  const images = [await shoot(stage, story, left), await shoot(stage, story, right)];
  const page = await stage.browser.newPage({ viewport: { width: 1500, height: 748 } });
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #ebe9e4; box-sizing: border-box; height: 100vh }
    img { height: 700px; border-radius: 8px }
  </style>${images.map(tag).join('')}`);
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

function tag(png: Buffer): string {
  return `<img alt="" src="data:image/png;base64,${png.toString('base64')}">`;
}
