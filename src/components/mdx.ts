/** The components that texts may use without importing them. */
import Lab from './Lab.astro';
import Line from './Line.astro';
import Output from './Output.astro';
import Point from './Point.astro';
import Scene from './Scene.astro';

export const mdxComponents = { Lab, Line, Output, Point, Scene };
