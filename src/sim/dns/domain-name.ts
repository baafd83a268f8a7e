/** Domain names as text: absolute, with the final dot; the case of the question is kept. */

/** The absolute form: `web` becomes `web.`. */
export function fqdn(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

/** Labels of an absolute or relative name, left to right; none for the root. */
export function labelsOf(name: string): readonly string[] {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  return bare === '' ? [] : bare.split('.');
}

/** True when `child` is `parent` or lies below it, whatever the case. */
export function isSubDomain(parent: string, child: string): boolean {
  const above = fqdn(parent).toLowerCase();
  const below = fqdn(child).toLowerCase();
  return above === '.' || below === above || below.endsWith(`.${above}`);
}

/** True for a name that fits into a DNS message: labels of 1 to 63 octets, at most 253 characters. */
export function isDomainName(name: string): boolean {
  const labels = labelsOf(name);
  const length = labels.reduce((sum, label) => sum + label.length + 1, -1);
  return length <= 253 && labels.every((label) => label.length > 0 && label.length <= 63);
}
