/**
 * Thrown by an engine of few parts where it comes to something that only the full one knows; `simulate.ts` and the worker catch it.
 * So a missing part can never become a wrong answer, however deep it would be needed.
 */
export class NeedsFull extends Error {
  override readonly name = 'NeedsFull';
}
