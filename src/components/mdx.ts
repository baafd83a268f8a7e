/** The components that texts may use without importing them. */
import Lab from './Lab.astro';

export const mdxComponents = { Lab };
