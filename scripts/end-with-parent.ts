/**
 * Ends this process with `code` on Ctrl+C and SIGTERM, and when the process that started it is gone: npm passes a signal on
 * to its shell only, which dies without telling us.
 */
export function endWithParent(code: number): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(code));
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(code);
  }, 300).unref();
}
