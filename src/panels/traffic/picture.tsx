/** The traffic picture, the emblem of the site: wide from 560 px, a tree under it. */
import type { JSX } from 'preact';
import type { PictureModel } from '../../view/view-models.ts';
import { widthWanted } from './geometry.ts';
import type { Counts } from './tally.ts';
import { TreePicture } from './tree-picture.tsx';
import { WidePicture } from './wide-picture.tsx';

/** The widest the picture gets; more room is left empty at both sides. Pixels. */
const widest = 860;

interface Props {
  readonly model: PictureModel;
  /** Width of the column in pixels; absent at build: both forms are drawn and the style sheet shows the one that fits. */
  readonly width?: number | undefined;
  /** What the endpoints got of the connections played. */
  readonly counts?: Counts | undefined;
}

export function Picture({ model, width, counts }: Props): JSX.Element {
  if (width === undefined)
    return (
      <>
        <WidePicture model={model} width={Math.max(560, widthWanted(model))} counts={counts} />
        <TreePicture model={model} width={304} counts={counts} />
      </>
    );
  return width >= widthWanted(model) ? (
    <WidePicture model={model} width={Math.min(width, widest)} counts={counts} />
  ) : (
    <TreePicture model={model} width={Math.min(width, 460)} counts={counts} />
  );
}
