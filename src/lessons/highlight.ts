/** The part of a Shiki (hast) element that the transformer touches. */
interface Element {
  properties: Record<string, unknown>;
}

/** Shiki transformer: colours become classes (`hl-token-keyword` and so on), which our CSS colours for light and dark. */
export const classes = {
  name: 'classes',
  pre(node: Element): void {
    delete node.properties['style'];
  },
  span(node: Element): void {
    const style = node.properties['style'];
    const name = /--(?:astro-code|shiki)-([\w-]+)/.exec(typeof style === 'string' ? style : '')?.[1];
    delete node.properties['style'];
    if (name !== undefined && name !== 'foreground') node.properties['class'] = `hl-${name}`;
  },
};
