/** Where an author reads how it should be. */
const explained = 'CONTRIBUTING.md, "Add a lesson"';

/** An author's mistake: stops the build and says file, place, what was found and what is wanted. */
export class AuthorError extends Error {
  /** `file` is a path from the project's root; `at` a path inside it, may be empty. */
  constructor(file: string, at: string, found: string, wanted: string) {
    super(`${file}${at ? `: ${at}` : ''}\n  found:  ${found}\n  wanted: ${wanted}\n  see:    ${explained}`);
    this.name = 'AuthorError';
  }
}
