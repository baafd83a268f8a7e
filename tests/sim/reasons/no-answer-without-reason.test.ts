import { describe, expect, test } from 'vitest';
import { podsIn, table, type State, type Verdict } from '../../../src/sim/index.ts';
import { dnsAnswers, explanationsOf, verdicts } from './reasons-of.ts';
import { ownScenes, recordedScenes, run } from './scenes.ts';

/** What must be among the reasons of a verdict: the code that explains how it ended. */
const explains: Readonly<Record<Verdict['outcome'], readonly string[]>> = {
  ENDPOINTS: ['EndpointChosen', 'PodAnswers', 'NodeAnswers', 'NobodyThere', 'OutsideAnswers'],
  REJECT: ['ServicePortNotFound', 'NoEndpoints', 'NodeRefuses', 'EndpointIsServiceAddress'],
  DROP: ['NoLocalEndpoints', 'SourceRangeForbids', 'AddressUnallocated'],
  NOROUTE: ['NobodyOwnsAddress', 'NotRoutedOutside', 'AddressWithoutRule'],
  NXDOMAIN: ['NameNotFound', 'TargetUnreadable'],
  NODATA: ['NameWithoutAddress'],
  CNAME: ['AliasUnresolved'],
  NOSOURCE: ['SourceUnknown'],
  'HTTP 200': ['HealthCheck'],
  'HTTP 503': ['HealthCheck'],
  REFUSED: ['PodRefuses', 'OutsideRefuses'],
  TIMEOUT: ['OutsideSilent'],
  'HTTP 404': ['OutsideWrongHost'],
  'TLS NAME': ['OutsideWrongCertificate'],
  ADVERTISED: ['OutsideAdvertises'],
};

const whyNoEndpoints = ['NoSlices', 'SlicePortDiffers', 'SliceWithoutPorts', 'SliceFamilyDiffers', 'NoneReady'];

describe.each(['known', 'none'] as const)('upstream %s', (upstream) => {
  test.each([...ownScenes, ...recordedScenes])('%s', (scene) => {
    const simulation = run(scene, upstream);
    for (const state of simulation.states) {
      const mute = dnsAnswers(simulation, state).filter(
        ({ reasons, queries = [] }) => reasons.length === 0 || queries.some((query) => query.reasons.length === 0),
      );
      expect(mute).toEqual([]);
      for (const verdict of verdicts(simulation, state)) expect(unexplained(verdict)).toBeUndefined();
      expect(podsWithoutRow(state)).toEqual([]);
      expect(silentPorts(state)).toEqual([]);
    }
  });
});

/** A verdict none of whose reasons tells how it ended. */
function unexplained({ probe, outcome, reasons }: Verdict): unknown {
  const codes = reasons.map(({ code }) => code as string);
  const told = explains[outcome].some((code) => codes.includes(code));
  const whole = !codes.includes('NoEndpoints') || whyNoEndpoints.some((code) => codes.includes(code));
  return told && whole ? undefined : { probe, outcome, codes };
}

/** Pods of the namespace that a port with a selector has no row for. */
function podsWithoutRow(state: State): readonly string[] {
  return explanationsOf(state).flatMap(({ service, ports }) => {
    const { spec } = table(state.cluster, 'services').get(`${service.namespace}/${service.name}`) ?? {};
    if (spec?.type === 'ExternalName' || Object.keys(spec?.selector ?? {}).length === 0) return [];
    return ports.flatMap(({ name, rows }) => {
      const told = new Set(rows.map(({ pod }) => `${pod?.namespace}/${pod?.name}`));
      return podsIn(state.cluster, service.namespace)
        .map((pod) => `${pod.metadata.namespace}/${pod.metadata.name}`)
        .filter((pod) => !told.has(pod))
        .map((pod) => `${pod} for ${service.name} ${name}`);
    });
  });
}

/** Service ports whose list is empty, without a word why. */
function silentPorts(state: State): readonly string[] {
  return explanationsOf(state).flatMap(({ service, reasons, ports }) =>
    ports
      .filter(({ rows, reasons: own }) => rows.length + own.length + reasons.length === 0)
      .filter(() => podsIn(state.cluster, service.namespace).length > 0)
      .map(({ name, port }) => `${service.namespace}/${service.name} ${name} ${port}`),
  );
}
