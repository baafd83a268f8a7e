/** Facts of a reason, read as what a sentence needs. */
import type { Facts } from '../../sim/api/reasons.ts';
import { code } from '../say.ts';
import type { Segment } from '../view-models.ts';

/** A fact as code; empty where the reason has none of that name. */
export const fact = (facts: Facts | undefined, name: string): Segment => code(text(facts, name));

export function text(facts: Facts | undefined, name: string): string {
  const value = facts?.[name];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.map(withoutDot).join(', ') : withoutDot(String(value));
}

export const number = (facts: Facts | undefined, name: string): number => Number(facts?.[name] ?? 0);

/** A full name ends in a dot, and so does the sentence it stands in. */
const withoutDot = (value: string): string => (value.length > 1 ? value.replace(/\.$/, '') : value);

/** A fact that holds several values; one value is a list of one, none is empty. */
export function list(facts: Facts | undefined, name: string): readonly string[] {
  const value = facts?.[name];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}
