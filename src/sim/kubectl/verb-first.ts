/** `kubectl -n shop get svc` is `kubectl get svc -n shop`. */

const withValue: ReadonlySet<string> = new Set([
  '-n',
  '--namespace',
  '--context',
  '--cluster',
  '--user',
  '--kubeconfig',
  '--request-timeout',
  '-v',
  '--v',
]);

/** The words after `kubectl` with flags that stand before the command moved behind it. */
export function verbFirst(argv: readonly string[]): readonly string[] {
  let at = 0;
  while (argv[at]?.startsWith('-')) at += withValue.has(argv[at] ?? '') ? 2 : 1;
  return at === 0 ? argv : [...argv.slice(at, at + 1), ...argv.slice(0, at), ...argv.slice(at + 1)];
}
