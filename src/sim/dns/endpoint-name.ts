/**
 * The label that names an endpoint: its hostname, else the address with dashes; "" for a host name without dots.
 * Models CoreDNS plugin/kubernetes endpointHostname, 1.14.7 (without endpoint_pod_names).
 */
export function endpointName(address: string, hostname: string | undefined): string {
  if (hostname) return hostname;
  if (address.includes('.')) return address.replaceAll('.', '-');
  const dashed = address.replaceAll(':', '-');
  // A label must not end with a dash.
  return dashed.endsWith('-') ? `${dashed}0` : dashed === address ? '' : dashed;
}
