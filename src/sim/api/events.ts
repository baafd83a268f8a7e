/** Events that controllers write, as the corpus records them. */
export interface ClusterEvent {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  /** `Kind/namespace/name`; `Endpoints/name` for FailedToCreateEndpoint. */
  readonly object: string;
  /** The component: `endpoint-slice-controller`. */
  readonly from: string;
  readonly message: string;
}
