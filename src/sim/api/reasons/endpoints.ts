/** Why a pod (or a typed address) is in a Service's list, not ready in it, or out of it: for one pod × Service port. */
export const endpointReasonCodes = [
  // in
  'Ready',
  'PublishNotReadyAddresses',
  'TypedByHand',
  // not ready
  'NotReady',
  'Terminating',
  // out
  'LabelDiffers',
  'LabelMissing',
  'OtherNamespace',
  'PortNameNotFound',
  'PortProtocolDiffers',
  'NotBound',
  'NoAddress',
  'NodeNotFound',
  'Succeeded',
  'Failed',
  'FamilyAbsent',
  'EndpointsUpdateFailed',
  'OverCapacity',
  'OverwrittenByController',
  'NoSelector',
  'EndpointsWithoutService',
  'EndpointsNameDiffers',
  'ExternalNameHasNoEndpoints',
  'LeftFromBefore',
  'PortNameDiffers',
  'NotMirrored',
] as const;
