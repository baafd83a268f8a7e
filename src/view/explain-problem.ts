/** Our explanation of a problem: by its code, and for refusals by the field and the server's words. */
import type { Problem } from '../sim/core.ts';
import type { ViewContext } from './context.ts';
import type { Words } from './view-models.ts';
import type { CommonRefusal, ProblemWords } from './words/problem-words.ts';

/** What it means and what mends it; never empty. */
export function explainProblem({ problems: words }: Pick<ViewContext, 'problems'>, problem: Problem): Words {
  const refusal = commonRefusal(problem);
  if (refusal) return words.refusal[refusal];
  if (problem.fieldError) return words.fieldError[problem.fieldError.type];
  if (problem.code === 'Warning') return words.warning[warningOf(problem.message)];
  const fault = problem.facts?.['fault'];
  if (
    (problem.code === 'Header' || problem.code === 'Step') &&
    typeof fault === 'string' &&
    Object.hasOwn(words.sceneFault, fault)
  ) {
    const explain = words.sceneFault[fault as keyof ProblemWords['sceneFault']];
    return explain(problem.path ?? '', String(problem.facts?.['wanted'] ?? ''));
  }
  const limit = problem.facts?.['limit'];
  if (problem.code === 'Limit' && typeof limit === 'string' && Object.hasOwn(words.limit, limit))
    return words.limit[limit as keyof ProblemWords['limit']](Number(problem.facts?.['allowed'] ?? 0));
  return words.code[problem.code](problem);
}

function warningOf(message: string): keyof ProblemWords['warning'] {
  if (/Endpoints is deprecated/.test(message)) return 'endpointsDeprecated';
  if (/last-applied-configuration/.test(message)) return 'lastApplied';
  return /[Ii]mmediate deletion/.test(message) ? 'immediateDeletion' : 'other';
}

/** Path, words of the server and error type of each; the first that fits counts. */
const refusals: readonly (readonly [refusal: CommonRefusal, path: RegExp, words: RegExp])[] = [
  ['portNameRequired', /ports\[\d+\]\.name$/, /^Required value/],
  ['portDuplicate', /ports\[\d+\](?:\.name)?$/, /^Duplicate value/],
  ['nodePortTaken', /nodePort$/, /already allocated/],
  ['nodePortRange', /nodePort$/, /not in the valid range/],
  ['nodePortType', /nodePort$/, /^Forbidden/],
  ['portsRequired', /^spec\.ports$/, /^Required value/],
  ['portRange', /[pP]ort$/, /between 1 and 65535/],
  ['clusterIPTaken', /clusterIPs?/, /already allocated/],
  ['clusterIPRange', /clusterIPs?/, /(?:valid|current) range/],
  ['clusterIPImmutable', /clusterIPs?/, /may not change|immutable/],
  ['clusterIPExternalName', /clusterIPs?/, /ExternalName/],
  ['externalNameRequired', /externalName$/, /^Required value/],
  ['externalNameForm', /externalName$/, /./],
  ['loopback', /./, /loopback/],
  ['linkLocal', /./, /link-local/],
  ['multicast', /./, /multicast/],
  ['unspecified', /./, /unspecified/],
  ['addressType', /addressType$|endpoints\[\d+\]\.addresses/, /immutable|must be an IPv[46] address|address type/],
  ['notAnAddress', /ip$|addresses\[\d+\]|IPs?(?:\[\d+\])?$/, /valid IP address/],
  ['hostName', /hostname$/i, /./],
  ['templateLabels', /template\.metadata\.labels$/, /selector.*does not match/],
  ['labelValue', /labels|selector/, /label|63/],
  ['selectorImmutable', /^spec\.selector/, /immutable/],
  ['selectorRequired', /^spec\.selector/, /^Required value/],
  ['immutable', /./, /immutable|may not change/],
  ['objectName', /metadata\.name$/, /RFC 1123|RFC 1035|DNS-1035/],
  ['families', /ipFamil/, /./],
];

function commonRefusal({ fieldError, path = '' }: Problem): CommonRefusal | undefined {
  if (!fieldError) return undefined;
  if (fieldError.type === 'Unsupported value') return 'unsupported';
  const words = `${fieldError.type}: ${fieldError.detail}`;
  return refusals.find(([, place, said]) => place.test(path.replace(/^items\[\d+\]\./, '')) && said.test(words))?.[0];
}
