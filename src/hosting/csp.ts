/** The content security policy: the one source for the `<meta>` of every page and for the headers of a server. */

export type PageKind =
  /** Prose, lists: no editor. */
  | 'plain'
  /** Lessons, clinic, playground, home: Monaco may be loaded, and it writes style attributes. */
  | 'editor'
  /** The framed page: reads nothing from the network. */
  | 'embed';

/** Policies that Monaco creates, beside our `default` (public/theme.js), which lets script URLs of this site and blobs pass. */
const trustedTypes = [
  'default',
  'editorViewLayer',
  'defaultWorkerFactory',
  'domLineBreaksComputer',
  'diffEditorWidget',
  'stickyScrollViewLayer',
  'standaloneColorizer',
  'tokenizeToString',
  'richScreenReaderContent',
  'editorGhostText',
  'diffReview',
  'dompurify',
];

/** The policy as the content of `<meta http-equiv="content-security-policy">`. */
export function metaPolicy(kind: PageKind): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-elem 'self'",
    `style-src-attr ${kind === 'plain' ? "'none'" : "'unsafe-inline'"}`,
    "img-src 'self' data:",
    'font-src data:',
    'worker-src blob:',
    `connect-src ${kind === 'embed' ? "'none'" : "'self'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes.join(' ')}`,
  ].join('; ');
}

/** The policy as a header: also says who may frame the page, which a `<meta>` cannot. */
export function headerPolicy(kind: PageKind): string {
  return kind === 'embed' ? metaPolicy(kind) : `${metaPolicy(kind)}; frame-ancestors 'none'`;
}
