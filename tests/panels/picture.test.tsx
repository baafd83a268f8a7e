import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { laneGeometry } from '../../src/panels/traffic/lane-geometry.ts';
import { litPicture } from '../../src/panels/traffic/lit.ts';
import { LanesPicture } from '../../src/panels/traffic/lanes-picture.tsx';
import { wideGeometry } from '../../src/panels/traffic/geometry.ts';
import { sansWidth, wrap } from '../../src/panels/traffic/measure.ts';
import { Picture } from '../../src/panels/traffic/picture.tsx';
import { tallyOf } from '../../src/panels/traffic/tally.ts';
import { fraction } from '../../src/panels/traffic/ribbons.ts';
import { pictures } from '../../src/gallery/picture-models.ts';
import { scenes, type SceneName } from '../../src/gallery/scenes.ts';
import { simulate } from '../../src/sim/index.ts';
import { labView } from '../../src/view/lab-view.ts';
import type { PictureModel } from '../../src/view/view-models.ts';

const numbersOf = (svg: string): number[] =>
  [...svg.matchAll(/\s(?:x|y|cx|cy|width|height|r)="(-?[\d.]+|NaN|Infinity)"/g)].map((m) => Number(m[1]));

describe('the traffic picture', () => {
  for (const [name, model] of Object.entries(pictures)) {
    for (const width of [304, 600, 860]) {
      it(`draws "${name}" at ${width} px with finite numbers inside its width`, () => {
        const svg = render(<Picture model={model} width={width} />);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        for (const n of numbersOf(svg)) expect(n).toBeLessThanOrEqual(2000);
        expect(svg.match(/<svg/g)).toHaveLength(1);
      });
    }
    it(`draws a ribbon and its exact share for each endpoint reached in "${name}"`, () => {
      const svg = render(<Picture model={model} width={860} />);
      const shares = model.endpoints.filter((e) => e.share);
      expect(svg.match(/class="pic-ribbon"/g)?.length ?? 0).toBe(shares.length);
      for (const e of shares)
        if (fraction(e.share ?? [1, 1])) expect(svg).toContain(`>${fraction(e.share ?? [1, 1])}</text>`);
    });
  }

  it('draws both forms at build, so that the style sheet can choose', () => {
    const svg = render(<Picture model={pictures['three pods'] ?? ({} as never)} />);
    expect(svg.match(/<svg/g)).toHaveLength(2);
  });
});

/** Widths of a phone, of a lesson's lab, of the playground. */
const widths = [336, 636, 860] as const;

describe('words of the picture', () => {
  for (const [name, model] of Object.entries(pictures))
    for (const width of widths)
      it(`none is cut in "${name}" at ${width} px`, () => {
        const svg = render(<Picture model={model} width={width} />);
        expect(svg.match(/>[^<]*…/g) ?? []).toEqual([]);
      });

  for (const name of Object.keys(scenes) as SceneName[])
    for (const width of widths)
      it(`none is cut in the scene "${name}" at ${width} px`, () => {
        const svg = render(<Picture model={labView(simulate(scenes[name]), {}, 'en').traffic.picture} width={width} />);
        expect(svg.match(/>[^<]*…/g) ?? []).toEqual([]);
      });

  for (const width of widths)
    it(`how an endpoint ends is said in words, also beside what it got (${width} px)`, () => {
      const scene = scenes['written by hand, one host silent, one refuses'];
      const { traffic } = labView(simulate(scene), { play: { count: 30, seed: 1 } }, 'en');
      const counts = { tally: tallyOf(traffic.played, 30), of: (n: number, all: number) => `${n} of ${all}` };
      for (const svg of [
        render(<Picture model={traffic.picture} width={width} />),
        render(<Picture model={traffic.picture} width={width} counts={counts} />),
      ]) {
        expect(svg).toContain('>REFUSED · ');
        expect(svg).toContain('>TIMEOUT · ');
        expect(svg.match(/class="pic-return"/g)).toHaveLength(1);
      }
    });

  for (const width of widths)
    it(`a refusal comes back to the client (${width} px)`, () => {
      const svg = render(<Picture model={pictures['refused: the list is empty'] ?? ({} as never)} width={width} />);
      expect(svg.match(/class="pic-return"/g)).toHaveLength(1);
    });
});

describe('endpoints that the caret is on', () => {
  const view = (name: SceneName): PictureModel => labView(simulate(scenes[name]), {}, 'en').traffic.picture;
  const drawn = (model: PictureModel, width: number, owners: readonly string[]): string =>
    render(<Picture model={litPicture(model, owners)} width={width} />);
  for (const width of widths) {
    it(`stand out, by their pod or by their address (${width} px)`, () => {
      const pods = view('every group: in, not ready, terminating, out by one letter');
      expect(drawn(pods, width, []).match(/class="pic-lit"/g)).toBeNull();
      expect(drawn(pods, width, ['default/web-1', 'default/web-2']).match(/class="pic-lit"/g)).toHaveLength(2);
      const typed = view('written by hand, one host silent, one refuses');
      expect(drawn(typed, width, ['11.11.11.11']).match(/class="pic-lit"/g)).toHaveLength(1);
      expect(drawn(typed, width, ['1.11.11.11']).match(/class="pic-lit"/g)).toBeNull();
    });
    it(`stand out among three hundred (${width} px)`, () => {
      const many = view('300 endpoints');
      const owner = many.blocks[0]?.dots[0]?.owner ?? '';
      expect(owner).toMatch(/^default\/web-/);
      expect(drawn(many, width, [owner]).match(/class="pic-dot lit"/g)).toHaveLength(1);
    });
  }
});

describe('captions under the picture', () => {
  for (const [name, model] of Object.entries(pictures))
    for (const width of [600, 700, 860])
      it(`stand apart in "${name}" at ${width} px`, () => {
        const { columns } = wideGeometry(model, width);
        const ends = columns.map(({ x, title, lines, anchor }) => {
          const wide = Math.max(sansWidth(title, 12.5), ...lines.map((line) => sansWidth(line)));
          return anchor === 'start' ? [x, x + wide] : [x - wide / 2, x + wide / 2];
        });
        ends.forEach(([from = 0], i) => {
          if (i > 0) expect(from).toBeGreaterThan((ends[i - 1]?.[1] ?? 0) + 2);
        });
        expect(ends.at(-1)?.[1]).toBeLessThanOrEqual(width + 1);
      });

  it('break at spaces and between Han characters, never before a full stop', () => {
    expect(wrap('no machine has it', 80, sansWidth)).toEqual(['no machine', 'has it']);
    expect(wrap('没有一台机器有它。', 96, sansWidth)).toEqual(['没有一台机器有', '它。']);
    expect(wrap('一二三四五六七八。', 96, sansWidth)).toEqual(['一二三四五六七', '八。']);
    expect(wrap('one two three four five', 50, sansWidth)).toHaveLength(2);
  });
});

/** A scene of the gallery asked by four clients. */
function together(name: SceneName): PictureModel {
  const simulation = simulate(scenes[name]);
  const { from, to } = labView(simulation, {}, 'en').traffic;
  const also = ['node node-b', 'node node-c', 'external'];
  return labView(simulation, { traffic: { from, to, also } }, 'en').traffic.picture;
}

describe('the picture of several clients', () => {
  for (const name of Object.keys(scenes) as SceneName[]) {
    const model = together(name);
    for (const width of [286, 460, 620, 860])
      it(`draws "${name}" at ${width} px: every lane, and a ribbon for each endpoint it reaches`, () => {
        const svg = render(<LanesPicture model={model} width={width} />);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        for (const n of numbersOf(svg)) expect(n).toBeLessThanOrEqual(3000);
        expect(svg.match(/class="pic-client"/g)).toHaveLength(model.lanes?.length ?? 0);
        const ribbons = (model.lanes ?? []).reduce((sum, { reaches }) => sum + reaches.length, 0);
        if (model.blocks.length === 0) expect(svg.match(/class="pic-ribbon"/g)?.length ?? 0).toBe(ribbons);
      });
    it(`gives each lane of "${name}" room of its own`, () => {
      const { laneYs, captionY } = laneGeometry(model, 860);
      laneYs.forEach((y, i) => expect(y - (laneYs[i - 1] ?? -100)).toBeGreaterThanOrEqual(88));
      expect(captionY).toBeGreaterThan((laneYs.at(-1) ?? 0) + 40);
    });
  }
});
