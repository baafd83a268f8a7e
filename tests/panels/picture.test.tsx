import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Picture } from '../../src/panels/traffic/picture.tsx';
import { fraction } from '../../src/panels/traffic/ribbons.ts';
import { pictures } from '../../src/gallery/picture-models.ts';

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
