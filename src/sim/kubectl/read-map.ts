/** Labels as `expose` and `run` read them: `a=b,c=d`. */

/** The pairs; {} for an empty text; kubectl's words for what is no pair. Models ParseLabels, v1.36. */
export function readMap(text: string): Record<string, string> | string {
  const map: Record<string, string> = Object.create(null) as Record<string, string>;
  if (text === '') return map;
  for (const pair of text.split(',')) {
    const [key = '', value, ...more] = pair.split('=');
    if (value === undefined || more.length > 0) return `unexpected label spec: ${pair}`;
    if (key === '') return 'unexpected empty label key';
    map[key] = value;
  }
  return map;
}
