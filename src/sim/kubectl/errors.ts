/** What goes wrong in a kubectl command, and how kubectl prints it. */
import type { FieldError } from '../api/field-error.ts';
import { goQuote } from '../api/go-text.ts';
import type { Status } from '../api/status.ts';
import { formatFieldError } from '../api/format-field-error.ts';

export type KubectlError =
  /** kubectl's own words. */
  | { readonly type: 'plain'; readonly message: string }
  /** The API server refused. `message` is the status' message with what kubectl put in front. */
  | {
      readonly type: 'status';
      readonly status: Status;
      readonly message: string;
      readonly kind: string;
      readonly name: string;
    }
  /** Printed as it is. */
  | { readonly type: 'raw'; readonly message: string }
  | { readonly type: 'several'; readonly errors: readonly KubectlError[] };

export function plainError(message: string): KubectlError {
  return { type: 'plain', message };
}

/** A refusal of the API server; kind and name are those of the object sent. */
export function statusError(status: Status, kind: string, name: string): KubectlError {
  return { type: 'status', status, message: status.message, kind, name };
}

/** The error with what was being done and with which file. Models cmdutil.AddSourceToErr, v1.36. */
export function withSource(verb: string, source: string, error: KubectlError): KubectlError {
  const message = `error when ${verb} ${goQuote(source)}: ${messageOf(error)}`;
  return error.type === 'status' ? { ...error, message } : plainError(message);
}

/**
 * What kubectl prints on stderr when a command ends with these errors; "" if there are none.
 * One error is printed differently from one among several. Models kubectl/pkg/cmd/util checkErr, v1.36.
 */
export function printErrors(errors: readonly KubectlError[]): string {
  let only = errors.length === 1 ? errors[0] : undefined;
  if (only?.type === 'several' && only.errors.length === 1) only = only.errors[0];
  if (errors.length > 1) return printSeveral(errors);
  if (!only) return '';
  if (only.type === 'several') return printSeveral(only.errors);
  if (only.type === 'status') return only.status.reason === 'Invalid' ? printInvalid(only) : line(serverError(only));
  return line(only.type === 'raw' || only.message.startsWith('error: ') ? only.message : `error: ${only.message}`);
}

function printSeveral(errors: readonly KubectlError[]): string {
  return errors.map((error) => line(error.type === 'status' ? serverError(error) : messageOf(error))).join('');
}

function serverError(error: KubectlError & { readonly type: 'status' }): string {
  const { reason } = error.status;
  return `Error from server${reason === '' ? '' : ` (${reason})`}: ${error.message}`;
}

function printInvalid({ status, kind, name }: KubectlError & { readonly type: 'status' }): string {
  // A patch that cannot be read: the server names no object.
  const head = status.message.startsWith(' "" is')
    ? 'The request is invalid'
    : `The ${kind} ${goQuote(name)} is invalid`;
  const causes = [...new Set(status.causes.map((cause: FieldError) => formatFieldError(cause)))];
  if (causes.length === 0) return line(head);
  if (causes.length === 1) return line(`${head}: ${causes[0]}`);
  return line([`${head}: `, ...causes.map((cause) => `* ${cause}`)].join('\n'));
}

/** The error's own text. Models apimachinery/pkg/util/errors aggregate.Error. */
export function messageOf(error: KubectlError): string {
  if (error.type !== 'several') return error.message;
  const messages = [...new Set(error.errors.flatMap(messagesIn))];
  return messages.length === 1 ? (messages[0] as string) : `[${messages.join(', ')}]`;
}

function messagesIn(error: KubectlError): readonly string[] {
  return error.type === 'several' ? error.errors.flatMap(messagesIn) : [error.message];
}

function line(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
