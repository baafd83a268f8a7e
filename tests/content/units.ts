/** The units of the course with their texts, as the content tests look at them. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { z } from 'astro/zod';
import { readCourse, type Case, type Lesson, type Myth } from '../../src/lessons/course.ts';
import { simulationOf } from '../../src/lessons/lab-scene.ts';
import { caseWords, lessonWords, mythWords } from '../../src/lessons/schemas.ts';
import type { Simulation, State } from '../../src/sim/index.ts';

export const { lessons, cases, myths } = readCourse();
/** Units with an exercise. */
export const exercises: readonly (Lesson | Case)[] = [...lessons, ...cases];
export const units: readonly (Lesson | Case | Myth)[] = [...lessons, ...cases, ...myths];

export const languages = ['en', 'zh-cn'] as const;
type Language = (typeof languages)[number];

/** The scene that the text of a unit talks about. */
export function sceneOf(unit: Lesson | Case | Myth): string {
  return unit.kind === 'case' ? unit.exercise.start : unit.scene;
}

/** Every scene of a unit's exercise, named. */
export function scenesOf({ exercise }: Lesson | Case): readonly (readonly [name: string, scene: string])[] {
  return [
    ['exercise.yaml', exercise.start],
    ['solution.yaml', exercise.solution],
    ...exercise.right.map((scene, i) => [`right ${i + 1}`, scene] as const),
    ...exercise.wrong.map((scene, i) => [`wrong ${i + 1}`, scene] as const),
  ];
}

/** The last state of a scene. */
export function endOf(scene: string): State {
  return simulationOf(scene).states.at(-1) as State;
}

/** The value typed at `kind/name path`, in the document that applied the object last; undefined where it is not typed. */
export function typedValue(simulation: Simulation, at: string): unknown {
  const [reference = '', path = ''] = at.split(' ', 2);
  const parts = reference.toLowerCase().split('/');
  const [namespace, kind, name] = parts.length === 3 ? parts : ['default', ...parts];
  const outcome = simulation.states
    .toReversed()
    .flatMap(({ outcomes }) => outcomes)
    .find(
      ({ object }) =>
        object?.kind.toLowerCase() === kind && object?.name === name && [namespace, ''].includes(object?.namespace),
    );
  const steps = path.split(/[.[\]]/).filter((step) => step !== '');
  return steps.reduce<unknown>((value, step) => below(value, step), outcome?.yaml.value);
}

function below(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
}

export interface UnitText {
  readonly file: string;
  readonly front: unknown;
  /** The text behind the front matter. */
  readonly body: string;
}

/** A unit's text in a language. */
export function textOf({ folder }: Pick<Lesson, 'folder'>, language: Language): UnitText {
  const file = `content/${folder}/${language}.mdx`;
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  return { file, front: load(front), body };
}

type Words = z.infer<typeof lessonWords> | z.infer<typeof caseWords> | z.infer<typeof mythWords>;

/** The front matter by the schema of the unit's kind. Throws where it is of another shape. */
export function wordsOf(unit: Lesson | Case | Myth, language: Language): Words {
  const schema = { lesson: lessonWords, case: caseWords, myth: mythWords }[unit.kind];
  return schema.parse(textOf(unit, language).front);
}

export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The components of a text, in order, with their attributes as text. */
export function componentsOf(body: string): readonly Component[] {
  return [...body.matchAll(/<([A-Z]\w*)((?:\s+\w+=(?:"[^"]*"|\{[^}]*\}))*)\s*\/?>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(/(\w+)=(?:"([^"]*)"|\{([^}]*)\})/g)].map(([, key, text, value]) => [key, text ?? value ?? '']),
    ),
  }));
}

/** What a reader reads: without tags, code marks and emphasis. */
export function proseOf(body: string): string {
  return body
    .replace(/<Line [^>]*\/>/g, '1')
    .replace(/<\/?[A-Z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '');
}
