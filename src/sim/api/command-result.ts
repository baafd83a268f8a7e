/** What a command line tool printed. */
export interface CommandResult {
  /** `kubectl apply -f manifest.yaml`. */
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}
