/** The traffic picture, the emblem of the site: wide from 560 px, a tree under it. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PictureModel } from '../../view/view-models.ts';
import { widthWanted } from './geometry.ts';
import type { LanesPicture } from './lanes-picture.tsx';
import type { GoTo } from './part.tsx';
import type { Counts } from './tally.ts';
import type { TreePicture } from './tree-picture.tsx';
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
  const Lanes = useFetched(model.lanes !== undefined, undefined, loadLanes);
  const wanted = widthWanted(model);
  const Tree = useFetched(width !== undefined && width < wanted, tree, loadTree);
  if (Lanes && model.lanes && width !== undefined) return <Lanes model={model} width={width} counts={counts} go={go} />;
  if (width === undefined)
    return (
      <>
        <WidePicture model={model} width={Math.max(560, wanted)} counts={counts} />
        {Tree && <Tree model={model} width={304} counts={counts} />}
      </>
    );
  return Tree && width < wanted ? (
    <Tree model={model} width={Math.min(width, 460)} counts={counts} go={go} />
  ) : (
    <WidePicture model={model} width={Math.min(Math.max(width, wanted), widest)} counts={counts} go={go} />
  );
}

type Form = typeof TreePicture | typeof LanesPicture;

/** At build it is there at once; a page fetches it where the picture is narrow. */
let tree = import.meta.env.SSR ? (await import('./tree-picture.tsx')).TreePicture : undefined;

/** Fetches the narrow form: a phone does so before it draws anything. */
export async function loadTree(): Promise<Form> {
  tree ??= (await import('./tree-picture.tsx')).TreePicture;
  return tree;
}

const loadLanes = async (): Promise<Form> => (await import('./lanes-picture.tsx')).LanesPicture;

/** A form of the picture that is fetched when it is wanted. */
function useFetched(wanted: boolean, ready: Form | undefined, load: () => Promise<Form>): Form | undefined {
  const [form, setForm] = useState(() => ready);
  useEffect(() => {
    if (!wanted || form) return;
    load().then(
      (loaded) => setForm(() => loaded),
      () => undefined,
    );
  }, [wanted, form]);
  return form;
}
