/** What the server warns of in names that become host names. */
import { isDNS1123Label } from '../../api/names.ts';

/** A name with dots and the like becomes part of host names. `use` is where: `the Pod's hostname`, `Pod names and hostnames`. */
export function nameWarnings(name: string, use: string): string[] {
  const complaints = isDNS1123Label(name);
  if (complaints.length === 0) return [];
  const list = `[${complaints.join(' ')}]`;
  return [
    `metadata.name: this is used in ${use}, which can result in surprising behavior; a DNS label is recommended: ${list}`,
  ];
}
