/** The traffic picture, the emblem of the site: wide from 560 px, a tree under it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PictureModel } from '../../view/view-models.ts';
import { widthWanted } from './geometry.ts';
import type { LanesPicture } from './lanes-picture.tsx';
import type { GoTo } from './part.tsx';
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
  /** Shows the line that decides a part; absent where nothing can be done. */
  readonly go?: GoTo;
}

export function Picture({ model, width, counts, go }: Props): JSX.Element {
  const Lanes = useLanes(model.lanes !== undefined);
  if (Lanes && model.lanes && width !== undefined) return <Lanes model={model} width={width} counts={counts} go={go} />;
  if (width === undefined)
    return (
      <>
        <WidePicture model={model} width={Math.max(560, widthWanted(model))} counts={counts} />
        <TreePicture model={model} width={304} counts={counts} />
      </>
    );
  return width >= widthWanted(model) ? (
    <WidePicture model={model} width={Math.min(width, widest)} counts={counts} go={go} />
  ) : (
    <TreePicture model={model} width={Math.min(width, 460)} counts={counts} go={go} />
  );
}

/** The picture of several clients, fetched when there are several. */
function useLanes(wanted: boolean): typeof LanesPicture | undefined {
  const [Lanes, setLanes] = useState<typeof LanesPicture>();
  useEffect(() => {
    if (!wanted || Lanes) return;
    import('./lanes-picture.tsx').then(
      (loaded) => setLanes(() => loaded.LanesPicture),
      () => undefined,
    );
  }, [wanted, Lanes]);
  return Lanes;
}
