/** Why a connection ends as it does. */
export const trafficReasonCodes = [
  'NameResolved',
  'NameNotFound',
  'ServicePortMatched',
  'ServicePortNotFound',
  'NoEndpoints',
  'EndpointChosen',
] as const;
