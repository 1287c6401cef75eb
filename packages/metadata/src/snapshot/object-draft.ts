import type { MetadataProblem } from '../metadata-problem.js';
import type { CompoundField, FieldDef, NotComputedField, ObjectDef } from '../model.js';
import type { Component, ComponentSource } from '../source-format/component.js';

/** An object while its parts are put together; `fields` are those between `Id` and the audit fields. */
export interface ObjectDraft {
  readonly object: ObjectDef;
  /** By lower-case name, in declaration order. */
  readonly fields: Map<string, FieldDef>;
  readonly notComputed: Map<string, NotComputedField>;
  readonly compounds: Map<string, CompoundField>;
  readonly attachable: boolean;
}

/** Objects by lower-case name. */
export type Drafts = Map<string, ObjectDraft>;

export type ComponentOf<K extends Component['kind']> = Extract<Component, { readonly kind: K }>;

/** The components of one kind, in the order they were read. */
export function ofKind<K extends Component['kind']>(
  components: readonly Component[],
  kind: K,
): ComponentOf<K>[] {
  return components.filter((component): component is ComponentOf<K> => component.kind === kind);
}

/** Collects problems of components by severity. */
export interface ProblemSink {
  error(source: ComponentSource, member: string, message: string): void;
  warn(source: ComponentSource, member: string, message: string): void;
}

/** A sink that appends to a list. */
export function problemSink(problems: MetadataProblem[]): ProblemSink {
  const add =
    (severity: MetadataProblem['severity']) => (source: ComponentSource, member: string, message: string) => {
      problems.push({ severity, file: source.file, line: source.line, member, message });
    };
  return { error: add('error'), warn: add('warning') };
}
