/** Probes in `kubectl describe`. */
import { fieldAt, listAt, numberAt, textAt } from './field.ts';
import { joinHostPort } from './format.ts';

/** `http-get http://:8080/healthz delay=0s timeout=1s …`. Models kubectl/pkg/describe DescribeProbe, v1.36. */
export function probeText(probe: unknown): string {
  const number = (field: string, fallback: number): number => numberAt(probe, field) ?? fallback;
  const timing = [
    `delay=${number('initialDelaySeconds', 0)}s`,
    `timeout=${number('timeoutSeconds', 1)}s`,
    `period=${number('periodSeconds', 10)}s`,
    `#success=${number('successThreshold', 1)}`,
    `#failure=${number('failureThreshold', 3)}`,
  ].join(' ');
  return `${actionText(probe)} ${timing}`;
}

function actionText(probe: unknown): string {
  if (fieldAt(probe, 'exec') !== undefined) return `exec [${listAt(probe, 'exec', 'command').map(String).join(' ')}]`;
  const http = fieldAt(probe, 'httpGet');
  if (http !== undefined) {
    const scheme = (textAt(http, 'scheme') || 'HTTP').toLowerCase();
    const path = textAt(http, 'path') || '/';
    const host = joinHostPort(textAt(http, 'host'), textAt(http, 'port'));
    return `http-get ${scheme}://${host}${path.startsWith('/') ? '' : '/'}${path}`;
  }
  const tcp = fieldAt(probe, 'tcpSocket');
  if (tcp !== undefined) return `tcp-socket ${textAt(tcp, 'host')}:${textAt(tcp, 'port')}`;
  const grpc = fieldAt(probe, 'grpc');
  if (grpc !== undefined) return `grpc <pod>:${textAt(grpc, 'port')} ${textAt(grpc, 'service')}`;
  return 'unknown';
}
