import type { ComponentName, DeployInFull } from '@muster/client';

/** Why a deploy failed: at elements of the component a form is about, and all else. */
export interface DeployProblems {
  /** By the name of the element, such as `length`. */
  readonly elements: Readonly<Record<string, string>>;
  readonly others: readonly string[];
}

export const noProblems: DeployProblems = { elements: {}, others: [] };

const ELEMENT = /<(\w+)>/;

/**
 * Sorts what a deploy found wrong to the controls of a form. `elements` are those the form has a control for; what is
 * about another component is named with it.
 */
export function deployProblems(
  result: DeployInFull,
  about: ComponentName,
  elements: ReadonlySet<string>,
): DeployProblems {
  const found: Record<string, string> = {};
  const others: string[] = [];
  if (result.success) return noProblems;
  for (const { type, fullName, problems } of result.components) {
    const isAbout = type === about.type && fullName.toLowerCase() === about.fullName.toLowerCase();
    for (const { severity, message } of problems) {
      if (severity !== 'error') continue;
      const element = ELEMENT.exec(message)?.[1];
      if (isAbout && element !== undefined && elements.has(element)) found[element] ??= sentence(message);
      else others.push(isAbout ? sentence(message) : `${type} ${fullName}: ${message}`);
    }
  }
  const isSilent = others.length === 0 && Object.keys(found).length === 0;
  return {
    elements: found,
    others: isSilent && result.errorMessage !== null ? [result.errorMessage] : others,
  };
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
