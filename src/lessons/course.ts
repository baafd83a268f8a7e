/** The course as it stands in `content`: parts and lessons in order, cases, myths. Read at build, by Node. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { AuthorError } from './author-error.ts';
import { readText, readYaml } from './read-yaml.ts';
import {
  caseSchema,
  lessonSchema,
  mythSchema,
  partSchema,
  type CaseData,
  type LessonData,
  type MythData,
} from './schemas.ts';

/** What every folder with a scene has. */
export interface Unit<Data> {
  /** Never changes: address, drafts, progress and embeds use it. `lessons/without-selector/by-hand`, `clinic/no-endpoints`. */
  readonly id: string;
  /** Folder below `content`: `lessons/02-without-selector/01-by-hand`. */
  readonly folder: string;
  /** Its folder's number. */
  readonly number: number;
  readonly data: Data;
}

export interface Exercise {
  readonly start: string;
  readonly solution: string;
  /** Near misses, which must fail. */
  readonly wrong: readonly string[];
  /** Other repairs, which must pass. */
  readonly right: readonly string[];
}

export interface Part {
  readonly number: number;
  readonly title: z.infer<typeof partSchema>;
}

export interface Lesson extends Unit<LessonData> {
  readonly kind: 'lesson';
  readonly part: Part;
  readonly scene: string;
  readonly exercise: Exercise;
}

export interface Case extends Unit<CaseData> {
  readonly kind: 'case';
  readonly exercise: Exercise;
}

export interface Myth extends Unit<MythData> {
  readonly kind: 'myth';
  readonly scene: string;
}

export interface Course {
  readonly lessons: readonly Lesson[];
  readonly cases: readonly Case[];
  readonly myths: readonly Myth[];
}

const root = 'content';

/** Reads everything below `content`. Throws an `AuthorError` at the first mistake. Call it from the project's root. */
export function readCourse(): Course {
  const lessons = numbered('lessons').flatMap(({ folder, id, number }) => {
    const part: Part = { number, title: readYaml(join(root, folder, 'part.yaml'), partSchema) };
    return numbered(folder).map((inner): Lesson => ({
      ...unit(inner, `${id}/${inner.id}`, lessonSchema, 'lesson.yaml'),
      kind: 'lesson',
      part,
      scene: readText(join(root, inner.folder, 'scene.yaml')),
      exercise: exerciseOf(inner.folder),
    }));
  });
  const cases = numbered('clinic').map((one): Case => ({
    ...unit(one, one.id, caseSchema, 'lesson.yaml'),
    kind: 'case',
    exercise: exerciseOf(one.folder),
  }));
  const myths = numbered('myths').map((one): Myth => ({
    ...unit(one, one.id, mythSchema, 'myth.yaml'),
    kind: 'myth',
    scene: readText(join(root, one.folder, 'scene.yaml')),
  }));
  return { lessons, cases, myths };
}

interface Numbered {
  readonly folder: string;
  readonly number: number;
  /** The folder's name without its number. */
  readonly id: string;
}

function unit<S extends z.ZodType>(
  { folder, number }: Numbered,
  id: string,
  schema: S,
  file: string,
): Unit<z.output<S>> {
  const data = readYaml(join(root, folder, file), schema);
  return { id: `${folder.split('/')[0] ?? ''}/${id}`, folder, number, data };
}

/** Folders `NN-name` in order. Numbers only order; gaps are allowed, doubles are not. */
function numbered(folder: string): Numbered[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const seen = new Map<string, string>();
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const [, digits = '', id = ''] = /^(\d+)-([a-z0-9-]+)$/.exec(name) ?? [];
      if (!digits) throw new AuthorError(join(path, name), '', name, 'a folder named NN-name in small letters');
      for (const key of [digits, id]) {
        const other = seen.get(key);
        if (other !== undefined)
          throw new AuthorError(join(path, name), '', `${key} twice (${other})`, 'one folder each');
        seen.set(key, name);
      }
      return { folder: `${folder}/${name}`, id, digits };
    })
    .sort((a, b) => (a.digits < b.digits ? -1 : 1))
    .map(({ folder: inner, id, digits }) => ({ folder: inner, id, number: Number(digits) }));
}

function exerciseOf(folder: string): Exercise {
  const read = (name: string) => readText(join(root, folder, name));
  return {
    start: read('exercise.yaml'),
    solution: read('solution.yaml'),
    wrong: scenesIn(join(root, folder, 'wrong')),
    right: scenesIn(join(root, folder, 'right')),
  };
}

function scenesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readText(join(folder, name)));
}
