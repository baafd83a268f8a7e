/** The manifest of a scene file: what follows the header, up to the first step. Without a header the whole text. */
export function manifestOf(scene: string): string {
  const lines = scene.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#') || line === '#---');
  const start = lines[end] === '#---' ? end + 1 : 0;
  const step = start === 0 ? -1 : lines.indexOf('# step:', start);
  return lines.slice(start, step < 0 ? undefined : step).join('\n');
}

/** The steps of a scene file, each with its lines, headers included. */
export function stepsOf(scene: string): readonly string[] {
  return scene.split(/^# step:\s*$/m).slice(1);
}
