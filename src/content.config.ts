import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { caseWords, lessonWords, mythWords, pageWords } from './lessons/schemas.ts';

/** Words in both languages; ids are like `02-without-selector/01-by-hand/zh-cn`. */
const words = (folder: string) => glob({ base: `./content/${folder}`, pattern: '**/{en,zh-cn}.mdx' });

export const collections = {
  lessons: defineCollection({ loader: words('lessons'), schema: lessonWords }),
  clinic: defineCollection({ loader: words('clinic'), schema: caseWords }),
  myths: defineCollection({ loader: words('myths'), schema: mythWords }),
  pages: defineCollection({ loader: words('pages'), schema: pageWords }),
};
