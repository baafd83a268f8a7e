/** The shapes of what authors write: `lesson.yaml` and the front matter of `en.mdx` and `zh-cn.mdx`. */
import { z } from 'astro/zod';
import type { Check } from '../checks/checks.ts';
import type { Outcome } from '../sim/api/questions.ts';

/** Panels by the names that lessons, embeds and links use. */
export const panelIds = [
  'problems',
  'endpoints',
  'slices',
  'pods',
  'dns',
  'traffic',
  'console',
  'objects',
  'changes',
] as const;
export type PanelId = (typeof panelIds)[number];

const service = z.string().regex(/^[^/]+\/[^/]+$/, 'a Service as namespace/name');
const state = z.number().int().nonnegative().optional();
const outcomes = [
  'ENDPOINTS',
  'REJECT',
  'DROP',
  'NOROUTE',
  'NXDOMAIN',
  'NODATA',
  'CNAME',
  'HTTP 200',
  'HTTP 503',
  'NOSOURCE',
  'REFUSED',
  'TIMEOUT',
  'HTTP 404',
  'TLS NAME',
  'ADVERTISED',
] as const satisfies readonly Outcome[];

const check = z.union([
  z.strictObject({
    state,
    endpoints: z
      .strictObject({
        service,
        ready: z.array(z.string()).optional(),
        pods: z.array(z.string()).optional(),
        count: z.number().int().nonnegative().optional(),
      })
      .refine((value) => [value.ready, value.pods, value.count].filter((one) => one !== undefined).length === 1, {
        message: 'exactly one of ready, pods, count',
      }),
  }),
  z.strictObject({
    state,
    object: z.strictObject({
      endpoints: service.optional(),
      subsets: z.number().int().nonnegative().optional(),
      service: service.optional(),
      path: z.string().optional(),
      equals: z.unknown().optional(),
    }),
  }),
  z.strictObject({
    state,
    dns: z.strictObject({
      host: z.string().optional(),
      q: z.string().optional(),
      ns: z.string(),
      type: z.string(),
      rcode: z.string().optional(),
      answer: z.array(z.string()).optional(),
    }),
  }),
  z.strictObject({
    state,
    traffic: z.strictObject({
      from: z.string(),
      to: z.string(),
      proto: z.enum(['TCP', 'UDP']).optional(),
      outcome: z.enum(outcomes),
      endpoints: z.array(z.string()).optional(),
      source: z.enum(['kept', 'changed', 'mixed']).optional(),
    }),
  }),
  z.strictObject({ state, problems: z.literal('none') }),
  z.strictObject({ unchanged: z.array(z.string()).min(1) }),
]);

const hint = z.union([
  z.strictObject({ at: z.string() }),
  z.strictObject({ reason: z.string() }),
  z.strictObject({ change: z.string() }),
]);

const shared = {
  panels: z.array(z.enum(panelIds)).min(1),
  fold: z.array(z.string()).default([]),
  minutes: z.number().positive(),
  claims: z.array(z.string().regex(/^\d{3}-\d+$/, 'a row of the coverage table, like 000-17')).default([]),
  hints: z.array(hint).length(3),
  checks: z.array(check).min(1),
};

/** `lesson.yaml` of a lesson. */
export const lessonSchema = z.strictObject({
  ...shared,
  predict: z.strictObject({ right: z.number().int().positive() }),
});

/** `lesson.yaml` of a clinic case. */
export const caseSchema = z.strictObject({
  ...shared,
  grade: z.number().int().min(1).max(5),
  problem: z
    .string()
    .regex(/^P\d+$/, 'a problem of the field notes, like P7')
    .optional(),
  reasons: z.literal('folded').optional(),
});

/** `myth.yaml`. */
export const mythSchema = z.strictObject({
  claim: z.string(),
  verdict: z.enum(['true', 'half true', 'false', 'outdated']),
  source: z.string(),
  panels: z.array(z.enum(panelIds)).default(['endpoints', 'dns', 'traffic']),
  fold: z.array(z.string()).default([]),
  decides: check,
});

/** `part.yaml`: the title of a part in both languages. */
export const partSchema = z.strictObject({ en: z.string(), 'zh-cn': z.string() });

export type LessonData = z.infer<typeof lessonSchema>;
export type CaseData = z.infer<typeof caseSchema>;
export type MythData = z.infer<typeof mythSchema>;

/** The checks as `checks` takes them. Their grammar is the same; the schema's optional fields may also be undefined. */
export const checksOf = (data: { readonly checks: readonly unknown[] }): readonly Check[] =>
  data.checks as readonly Check[];

const words = { title: z.string().min(1), description: z.string().min(1).max(200).optional() };
const exerciseWords = {
  goal: z.string().min(1),
  hints: z.array(z.string().min(1)).length(3),
  steps: z.record(z.string(), z.string()).default({}),
};

/** Front matter of a lesson. */
export const lessonWords = z.strictObject({
  ...words,
  ...exerciseWords,
  question: z.string().min(1),
  remember: z.string().min(1),
  predict: z.strictObject({ question: z.string().min(1), choices: z.array(z.string().min(1)).min(2) }),
});

/** Front matter of a clinic case: `question` is the symptom. */
export const caseWords = z.strictObject({
  ...words,
  ...exerciseWords,
  question: z.string().min(1),
  remember: z.string().min(1),
});

/** Front matter of a myth: the title is the claim. */
export const mythWords = z.strictObject({ ...words, steps: z.record(z.string(), z.string()).default({}) });

/** Front matter of a page of the reference. `order` places it in the list; a guide tells how to take the lab along. */
export const pageWords = z.strictObject({
  ...words,
  description: z.string().min(1).max(200),
  order: z.number().default(100),
  guide: z.boolean().default(false),
});
