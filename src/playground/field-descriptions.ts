/** Our words for fields, fetched when a command first asks for them. kubectl speaks English. */

export type Descriptions = Readonly<Record<string, string>>;

/** True for `kubectl explain …`, with or without flags before it. */
export function asksForFields(line: string): boolean {
  return /\bexplain\b/.test(line);
}

/** Undefined where they cannot be had: then the layout is printed without them. */
export async function loadDescriptions(): Promise<Descriptions | undefined> {
  try {
    return (await import('../fields/en.ts')).descriptions;
  } catch {
    return undefined;
  }
}
