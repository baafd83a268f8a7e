/** What kubectl can do and the simulation does not. */

const commands: ReadonlySet<string> = new Set(
  `alpha attach auth autoscale certificate cluster-info completion config cordon cp debug diff drain edit events kustomize
logs options plugin port-forward proxy taint top uncordon`.split(/\s+/),
);

const parts: Readonly<Record<string, ReadonlySet<string>>> = {
  create: new Set(
    `clusterrole clusterrolebinding configmap cm cronjob cj ingress ing job poddisruptionbudget pdb priorityclass pc quota
resourcequota role rolebinding secret serviceaccount sa token`.split(/\s+/),
  ),
  set: new Set(['env', 'resources', 'serviceaccount', 'sa', 'subject']),
};

/** A sentence for a command (its first words) that kubectl has and that is not simulated; undefined for all others. */
export function leftOut(command: string, second: string): string | undefined {
  const part = Object.hasOwn(parts, command) && parts[command]?.has(second);
  if (!part && !commands.has(command)) return undefined;
  return `error: kubectl ${part ? `${command} ${second}` : command} is not part of the simulation\n`;
}
