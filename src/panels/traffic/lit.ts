/** Marks the endpoints that stand out because the editor's caret is on a field of theirs. */
import { isLit } from '../../view/lit-rows.ts';
import type { PictureModel } from '../../view/view-models.ts';

/** `owners`: `namespace/pod`, or addresses. */
export function litPicture(model: PictureModel, owners: readonly string[]): PictureModel {
  if (owners.length === 0) return model;
  const all = new Set(owners);
  const addresses = owners.filter((owner) => !owner.includes('/'));
  const marked = <End extends { readonly id?: string; readonly owner?: string }>(end: End): End => {
    const { id = '', owner = id } = end;
    return all.has(owner) || isLit(`${id}|`, addresses) ? { ...end, lit: true } : end;
  };
  return {
    ...model,
    endpoints: model.endpoints.map(marked),
    blocks: model.blocks.map((block) => ({ ...block, dots: block.dots.map(marked) })),
  };
}
