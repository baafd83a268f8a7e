/** The present results as Markdown that needs no script: to paste into an issue. */
import { dnsText } from '../panels/dns/dns-panel.tsx';
import { endpointsText } from '../panels/endpoints/endpoints-panel.tsx';
import { servicesText } from '../panels/endpoints/service-list.tsx';
import { problemsText } from '../panels/problems/problems-panel.tsx';
import { trafficText } from '../panels/traffic/traffic-panel.tsx';
import type { PanelStrings } from '../i18n/panels.ts';
import type { LabView } from '../view/view-models.ts';

/** The text of the state shown and what each panel says of it, each in a fence that nothing in it can end. */
export function resultsText(view: LabView, strings: PanelStrings): string {
  const { panel, lab } = strings;
  const { state, steps, text, problems, services, endpoints, drawer, dns, traffic } = view;
  const title = steps.length > 1 ? `${lab.step(state)}: ${steps[state]?.title ?? ''}` : 'manifest.yaml';
  const printed = ({ command, output }: { readonly command: string; readonly output: string }): string =>
    `$ ${command}\n${output}`;
  return [
    part(title, text, 'yaml'),
    part(panel.problems, problemsText(problems, strings)),
    ...(services.lines.length > 0 ? [part(strings.services.title, servicesText(services))] : []),
    part(panel.endpoints, endpointsText(endpoints)),
    ...(drawer ? [part(panel.slices, printed(drawer.slices)), part(panel.pods, printed(drawer.pods))] : []),
    part(panel.dns, dnsText(dns)),
    part(panel.traffic, trafficText(traffic)),
    'Kubernetes 1.36.2, Endpoint Lab\n',
  ].join('\n');
}

function part(title: string, text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `## ${title}\n\n${fence}${language}\n${text.trimEnd()}\n${fence}\n`;
}
