/** The most a document may have; the server takes a little more. */
export const maxDocumentBytes = 10_000_000;

/** Kinds of file the picker offers. The server looks at the content. */
export const acceptedTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/heif',
];

/** The content of a file in base64. */
export async function readBase64(file: File): Promise<string> {
  const reader = new FileReader();
  const content = await new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read.`));
    reader.readAsDataURL(file);
  });
  return content.slice(content.indexOf(',') + 1);
}
