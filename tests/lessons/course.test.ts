import { expect, test } from 'vitest';
import { readCourse } from '../../src/lessons/course.ts';

const course = readCourse();
const units = [...course.lessons, ...course.cases, ...course.myths];

test('ids carry no numbers and are unique', () => {
  const ids = units.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^(?:lessons\/[a-z][a-z0-9-]*|clinic|myths)\/[a-z][a-z0-9-]*$/);
});

test('lessons come in the order of their parts and numbers', () => {
  const order = course.lessons.map(({ part, number }) => part.number * 100 + number);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});
