/** Names, keys and values as the API server checks them: each check gives its complaints, none when the text is fine. */

const label1123 = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain1123 = `${label1123}(\\.${label1123})*`;
const label1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const qualifiedPart = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const labelValue = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';

const label1123Pattern = whole(label1123);
const subdomain1123Pattern = whole(subdomain1123);
const label1035Pattern = whole(label1035);
const qualifiedPattern = whole(qualifiedPart);
const labelValuePattern = whole(labelValue);

const label1123Rule = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${label1123}')`;
const subdomain1123Rule = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${subdomain1123}')`;
const label1035Rule = `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '${label1035}')`;
const qualifiedRule = `must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${qualifiedPart}')`;
const labelValueRule = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${labelValue}')`;

type Check = (value: string) => readonly string[];

/** Models apimachinery/pkg/util/validation IsDNS1123Label, v1.36. */
export const isDNS1123Label: Check = (value) => [
  ...atMost(63, value),
  ...(label1123Pattern.test(value) ? [] : [subdomain1123Pattern.test(value) ? 'must not contain dots' : label1123Rule]),
];

/** Models apimachinery/pkg/util/validation IsDNS1123Subdomain, v1.36. */
export const isDNS1123Subdomain: Check = (value) => subdomain(value, 'characters');

/** Models apimachinery/pkg/util/validation IsDNS1035Label, v1.36. */
export const isDNS1035Label: Check = (value) => [
  ...atMost(63, value),
  ...(label1035Pattern.test(value) ? [] : [label1035Rule]),
];

/** A search domain of a pod, in which an underscore may stand. Models apimachinery/pkg/util/validation IsDNS1123SubdomainWithUnderscore, v1.36. */
export const isSearchDomain: Check = (value) => {
  const label = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
  const pattern = `${label}(\\.${label})*`;
  const rule = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${pattern}')`;
  return [...atMost(253, value), ...(whole(pattern).test(value) ? [] : [rule])];
};

/** Models apimachinery/pkg/util/validation IsWildcardDNS1123Subdomain, v1.36. */
export const isWildcardDomain: Check = (value) => {
  const pattern = `\\*\\.${subdomain1123}`;
  const rule = `a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '${pattern}')`;
  return [...atMost(253, value), ...(whole(pattern).test(value) ? [] : [rule])];
};

/** Models apimachinery/pkg/util/validation IsConfigMapKey, v1.36. */
export const isConfigKey: Check = (value) => {
  const rule =
    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";
  const complaints = [...atMost(253, value), ...(/^[-._a-zA-Z0-9]+$/.test(value) ? [] : [rule])];
  if (value === '.' || value === '..') complaints.push(`must not be '${value}'`);
  else if (value.startsWith('..')) complaints.push("must not start with '..'");
  return complaints;
};

/** Keys of labels, selectors and annotations, and appProtocol. Models apimachinery/pkg/util/validation IsQualifiedName, v1.36. */
export const isQualifiedName: Check = (value) => {
  const parts = value.split('/');
  if (parts.length > 2) {
    return [
      `a valid label key ${qualifiedRule} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const [prefix, name] = parts.length === 2 ? parts : [undefined, value];
  const complaints: string[] = [];
  if (prefix === '') complaints.push('prefix part must be non-empty');
  else if (prefix !== undefined) complaints.push(...subdomain(prefix, 'bytes').map((text) => `prefix part ${text}`));
  if (!name) complaints.push('name part must be non-empty');
  else complaints.push(...atMost(63, name, 'bytes').map((text) => `name part ${text}`));
  if (!qualifiedPattern.test(name ?? '')) complaints.push(`name part ${qualifiedRule}`);
  return complaints;
};

/** Models apimachinery/pkg/util/validation IsValidLabelValue, v1.36. */
export const isLabelValue: Check = (value) => [
  ...atMost(63, value, 'bytes'),
  ...(labelValuePattern.test(value) ? [] : [labelValueRule]),
];

/** Names of container ports and names in targetPort. Models apimachinery/pkg/util/validation IsValidPortName, v1.36. */
export const isPortName: Check = (value) => {
  const complaints = [...atMost(15, value)];
  if (!/^[-a-z0-9]+$/.test(value))
    complaints.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(value)) complaints.push('must contain at least one letter (a-z)');
  if (value.includes('--')) complaints.push('must not contain consecutive hyphens');
  if (value.startsWith('-') || value.endsWith('-')) complaints.push('must not begin or end with a hyphen');
  return complaints;
};

/** Models apimachinery/pkg/util/validation IsRelaxedEnvVarName, v1.36, for a name that is not empty. */
export const isEnvName: Check = (value) =>
  /[^ -~]|=/.test(value)
    ? ["a valid environment variable name must consist only of printable ASCII characters other than '='"]
    : [];

/** Models apimachinery/pkg/util/validation IsValidPortNum, v1.36. */
export function isPortNumber(port: number): readonly string[] {
  return port >= 1 && port <= 65535 ? [] : ['must be between 1 and 65535, inclusive'];
}

/** Length in UTF-8 bytes, as Go counts. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function subdomain(value: string, unit: Unit): readonly string[] {
  return [...atMost(253, value, unit), ...(subdomain1123Pattern.test(value) ? [] : [subdomain1123Rule])];
}

/** Names count characters, labels bytes: the server's own words differ, the count does not. */
type Unit = 'characters' | 'bytes';

function atMost(limit: number, value: string, unit: Unit = 'characters'): string[] {
  return byteLength(value) > limit ? [`must be no more than ${limit} ${unit}`] : [];
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}
