import type { Browser } from 'playwright-core';

/** Bytes a picture of the guides may have. */
export const MOST_BYTES = 100_000;

/** From without loss downwards. */
const QUALITIES = [1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6];

/**
 * A PNG as WebP, by the browser's own encoder, in the best quality that is small enough for the guides.
 * @throws when none is
 */
export async function encodeWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    for (const quality of QUALITIES) {
      const address = await page.evaluate(drawn, { png: png.toString('base64'), quality });
      const webp = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
      if (webp.byteLength < MOST_BYTES) return webp;
    }
  } finally {
    await page.close();
  }
  throw new Error(`The picture has ${MOST_BYTES} bytes or more in every quality`);
}

/** The picture as a data: address of WebP. Runs in the page. */
async function drawn({ png, quality }: { png: string; quality: number }): Promise<string> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality);
}
