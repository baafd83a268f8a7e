/** The components that pages of the reference may use without importing them: lists made from data, and words that wait for a section. */
import Conformance from './Conformance.astro';
import CoursePlan from './CoursePlan.astro';
import Coverage from './Coverage.astro';
import Exceptions from './Exceptions.astro';
import Glossary from './Glossary.astro';
import When from './When.astro';

export const referenceComponents = { Conformance, CoursePlan, Coverage, Exceptions, Glossary, When };
