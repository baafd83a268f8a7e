/** Our words for fields, fetched when a command or the editor first asks for them. kubectl speaks English. */
import type { Language } from '../view/view-models.ts';

export type Descriptions = Readonly<Record<string, string>>;

/** True for `kubectl explain …`, with or without flags before it. */
export function asksForFields(line: string): boolean {
  return /\bexplain\b/.test(line);
}

/** Undefined where they cannot be had: then the layout is printed without them. */
export async function loadDescriptions(language: Language = 'en'): Promise<Descriptions | undefined> {
  try {
    return (await (language === 'en' ? import('../fields/en.ts') : import('../fields/zh-cn.ts'))).descriptions;
  } catch {
    return undefined;
  }
}

/** Looks up one field, `ServiceSpec.ports`, for the editor; empty where there are no words. */
export function describer(language: Language): (field: string) => Promise<string> {
  let loading: Promise<Descriptions | undefined> | undefined;
  return async (field) => {
    const all = field === '' ? undefined : await (loading ??= loadDescriptions(language));
    return all && Object.hasOwn(all, field) ? (all[field] ?? '') : '';
  };
}
