/** The code in the newest mail to an address, as the demo's outbox shows it. */
export async function codeFromOutbox(url: string, address: string): Promise<string> {
  const mails = (await (await fetch(`${url}/outbox?lang=en`)).text()).split('<article>');
  const code = mails.find((mail) => mail.includes(address))?.match(/\b\d{6}\b/)?.[0];
  if (code === undefined) throw new Error(`There is no code for ${address} in the outbox.`);
  return code;
}
