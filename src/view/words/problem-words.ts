/** The form of a language's words for problems: one explanation for each, so that a missing one does not compile. */
import type { Problem, ProblemCode } from '../../sim/core.ts';
import type { Words } from '../view-models.ts';

/** Refusals that readers meet often, told by type and place; all others have the words of their type. */
export type CommonRefusal =
  | 'portNameRequired'
  | 'portDuplicate'
  | 'portsRequired'
  | 'portRange'
  | 'nodePortRange'
  | 'nodePortTaken'
  | 'nodePortType'
  | 'clusterIPTaken'
  | 'clusterIPRange'
  | 'clusterIPImmutable'
  | 'clusterIPExternalName'
  | 'externalNameRequired'
  | 'externalNameForm'
  | 'loopback'
  | 'linkLocal'
  | 'multicast'
  | 'unspecified'
  | 'notAnAddress'
  | 'hostName'
  | 'labelValue'
  | 'objectName'
  | 'templateLabels'
  | 'selectorImmutable'
  | 'selectorRequired'
  | 'immutable'
  | 'families'
  | 'unsupported'
  | 'addressType';

export interface ProblemWords {
  readonly code: Readonly<Record<ProblemCode, (problem: Problem) => Words>>;
  readonly refusal: Readonly<Record<CommonRefusal, Words>>;
  readonly fieldError: Readonly<Record<NonNullable<Problem['fieldError']>['type'], Words>>;
  readonly warning: Readonly<Record<'endpointsDeprecated' | 'lastApplied' | 'immediateDeletion' | 'other', Words>>;
  readonly sceneFault: Readonly<
    Record<
      'Unreadable' | 'DuplicateKey' | 'UnknownKey' | 'WrongType' | 'WrongValue' | 'Missing',
      (path: string, wanted: string) => Words
    >
  >;
  readonly limit: Readonly<
    Record<'bytes' | 'depth' | 'aliases' | 'nodes' | 'documents' | 'pods', (allowed: number) => Words>
  >;
  /** Usual causes of a mistake in the text; added to what is said of its code. */
  readonly cause: {
    readonly missingSeparator: Words;
    readonly tab: Words;
    readonly template: Words;
    readonly kustomize: Words;
    readonly namespace: (name: string) => Words;
  };
  readonly didYouMean: (text: string) => Words;
}
