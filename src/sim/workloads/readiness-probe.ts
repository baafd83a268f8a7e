/** Readiness that can be decided from the text. */
import type { Container, Pod } from '../api/objects.ts';

/**
 * False when a container's readiness probe runs `false`, else true: `true` succeeds, and so, it is taken, does every probe
 * whose end only a running program knows (TCP, HTTP, gRPC, other commands).
 */
export function probesSucceed({ spec }: Pod): boolean {
  return !spec.containers.some(fails);
}

function fails({ readinessProbe }: Container): boolean {
  const command = readinessProbe?.exec?.command ?? [];
  const script = command.length === 3 && command[1] === '-c' ? command[2] : undefined;
  const program = script === undefined ? (command.length === 1 ? command[0] : undefined) : script.trim();
  return program !== undefined && /^(?:\/(?:usr\/)?bin\/)?false$|^exit [1-9]\d*$/.test(program);
}
