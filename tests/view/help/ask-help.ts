/** A small scene, and questions asked of it where a mark stands in the text. */
import { simulate } from '../../../src/sim/index.ts';
import { editorHelp } from '../../../src/view/editor-help.ts';
import type { EditorHelp, HelpKind } from '../../../src/view/help/help-models.ts';
import { plain } from '../../../src/view/say.ts';
import type { Language } from '../../../src/view/view-models.ts';

export const pods = `---
apiVersion: v1
kind: Pod
metadata:
  name: web-1
  labels:
    app: web
    app.kubernetes.io/part-of: shop
spec:
  containers:
  - name: main
    image: nginx
    ports:
    - name: http
      containerPort: 8080
---
apiVersion: v1
kind: Pod
metadata:
  name: web-2
  labels:
    app: web
spec:
  containers:
  - name: main
    image: nginx
    ports:
    - containerPort: 9090
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      containers:
      - name: main
        image: nginx
`;

export const service = (spec: string): string => `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
${spec}
`;

/** The answer where \`|\` stands in the text. */
export function ask<Kind extends HelpKind>(
  what: Kind,
  marked: string,
  language: Language = 'en',
): Extract<EditorHelp, { what: Kind }> | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const answer = editorHelp(simulate(text), { what, state: 0, offset, language });
  return answer as Extract<EditorHelp, { what: Kind }> | undefined;
}

export const labels = (marked: string): readonly string[] =>
  ask('completion', marked)?.items.map(({ label }) => label) ?? [];

/** The text after the named item was taken. */
export function taken(marked: string, label: string): string {
  const help = ask('completion', marked);
  const item = help?.items.find((each) => each.label === label);
  const text = marked.replace('‸', '');
  return help && item ? text.slice(0, help.start) + item.insert + text.slice(help.end) : '';
}

export const here = (marked: string, language: Language = 'en'): readonly string[] =>
  ask('hover', marked, language)?.here.map(plain) ?? [];
