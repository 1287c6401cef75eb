/** Versions Muster runs on: the even ones from 20.19, as in package.json. */
const OLDEST = [20, 19];

/** Ends the process with a sentence when Node is too old. */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  process.stderr.write(
    `Muster needs Node ${OLDEST.join('.')} or newer; this is Node ${version}. See https://nodejs.org/\n`,
  );
  process.exit(1);
}
