import type { MetadataProblem } from '../metadata-problem.js';
import type { XmlElement } from './xml-element.js';

/** The file being read and the component its problems are about. */
export interface Place {
  readonly file: string;
  readonly member: string;
}

/**
 * Takes the children of one element by name. What nobody took is reported by `finish`, so nothing in a file is
 * dropped without a word. Empty elements count as absent.
 */
export interface ElementReader {
  readonly line: number;
  /** Names of the children, in order, whether taken or not. */
  readonly childNames: readonly string[];
  text(name: string): string | undefined;
  /** As `text`; reports an error when it is absent. */
  required(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean | undefined;
  whole(name: string): number | undefined;
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
  children(name: string): readonly ElementReader[];
  error(message: string): void;
  warn(message: string): void;
  /** Reports the names nobody took, once each, here and in every child that was read. */
  finish(): void;
}

/** Reads an element, adding what is wrong to `problems`. */
export function readElement(element: XmlElement, place: Place, problems: MetadataProblem[]): ElementReader {
  const taken = new Set<string>();
  const readers: ElementReader[] = [];

  function report(severity: MetadataProblem['severity'], message: string, line = element.line): void {
    problems.push({ severity, file: place.file, line, member: place.member, message });
  }
  function all(name: string): readonly XmlElement[] {
    taken.add(name);
    return element.children.filter((child) => child.name === name);
  }
  function single(name: string): XmlElement | undefined {
    const [first, second] = all(name);
    if (second !== undefined) report('error', `<${name}> appears more than once`, second.line);
    return first?.text === '' ? undefined : first;
  }
  function parsed<T>(name: string, parse: (text: string) => T | undefined, wanted: string): T | undefined {
    const child = single(name);
    if (child === undefined) return undefined;
    const value = parse(child.text);
    if (value === undefined) report('error', `<${name}> is ${child.text}, expected ${wanted}`, child.line);
    return value;
  }

  return {
    line: element.line,
    childNames: element.children.map((child) => child.name),
    text: (name) => single(name)?.text,
    required(name) {
      const child = single(name);
      if (child === undefined) report('error', `<${name}> is missing`);
      return child?.text;
    },
    texts: (name) => all(name).flatMap((child) => (child.text === '' ? [] : [child.text])),
    flag: (name) => parsed(name, parseFlag, 'true or false'),
    whole: (name) => parsed(name, parseWhole, 'a whole number'),
    choice: (name, choices) =>
      parsed(name, (text) => choices.find((choice) => choice === text), `one of ${choices.join(', ')}`),
    children: (name) =>
      all(name).map((child) => {
        const reader = readElement(child, place, problems);
        readers.push(reader);
        return reader;
      }),
    error: (message) => report('error', message),
    warn: (message) => report('warning', message),
    finish() {
      for (const child of element.children) {
        if (taken.has(child.name) || isUnset(child)) continue;
        taken.add(child.name);
        report('warning', `<${child.name}> has no effect here`, child.line);
      }
      for (const reader of readers) reader.finish();
    },
  };
}

/** Files spell out what is switched off; there is nothing to say about it. */
function isUnset(element: XmlElement): boolean {
  return element.children.length === 0 && ['', 'false', '0', 'None'].includes(element.text);
}

function parseFlag(text: string): boolean | undefined {
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

function parseWhole(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
