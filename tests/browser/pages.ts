/** The kinds of pages that the frame's tests walk through, with what stands on each in both languages. */
export const lesson = 'lessons/without-selector/by-hand/';

export const pages = [
  { path: '', heading: { en: 'A Service never touches its Pods', 'zh-cn': 'Service 从不碰 Pod' } },
  { path: 'lessons/', heading: { en: 'The course', 'zh-cn': '课程' } },
  { path: lesson, heading: { en: 'Endpoints by hand', 'zh-cn': '手写 Endpoints' } },
  { path: 'playground/', heading: { en: 'Playground', 'zh-cn': '演练场' } },
] as const;

export const languages = [
  { locale: 'en', prefix: '', lang: 'en' },
  { locale: 'zh-cn', prefix: 'zh-cn/', lang: 'zh-CN' },
] as const;
