/** The page that a link to a scene leads to. */

/** This page; for a frame in somebody's page, which shows a scene only to its host, the playground in the frame's language. */
export function sharePage({ href, protocol }: Pick<Location, 'href' | 'protocol'>, language: string): string {
  const page = protocol === 'file:' ? href.replace(/#.*$/, '') : href.replace(/[?#].*$/, '');
  const folder = language.startsWith('zh') ? 'zh-cn/playground' : 'playground';
  return page.replace(/\/embed\/(index\.html)?(?:\?.*)?$/, `/${folder}/$1`);
}
