import { Zip, ZipDeflate } from 'fflate';

export interface ZippedFile {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

/** Packs files one after the other, as they are made. */
export async function* zipStream(files: readonly ZippedFile[]): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = [];
  const zip = new Zip((failure, chunk) => {
    if (failure !== null) throw failure;
    packed.push(chunk);
  });
  for (const { name, content } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const text of content) {
      entry.push(Buffer.from(text));
      yield* packed.splice(0);
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* packed.splice(0);
}
