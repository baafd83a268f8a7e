import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeShare, encodeShare, shareLimit } from '../../src/storage/share.ts';

const lessonScenes = readdirSync('content/lessons', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('scene.yaml'),
);

const forged = (text: string): string => {
  const data = deflateRawSync(Buffer.from(text)).toString('base64url');
  let hash = 0x811c9dc5;
  for (const char of data) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return `s1.${(hash >>> 0).toString(16).padStart(8, '0')}.${data}`;
};

describe('share links', () => {
  for (const scene of ['', 'a: b\n', '中文 # 注释\r\n\tkey: "value"\n', 'x'.repeat(256 * 1024)]) {
    it(`bring back ${scene.length} characters byte for byte`, async () => {
      const shared = { scene, selection: { state: 2, dns: { host: 'web', type: 'A', ns: 'default' } } };
      expect(await decodeShare(`#${await encodeShare(shared)}`)).toEqual({ ok: true, shared });
    });
  }

  for (const file of lessonScenes) {
    it(`of lesson ${file} stay under 2000 characters`, async () => {
      const scene = readFileSync(join('content/lessons', file), 'utf8');
      expect((await encodeShare({ scene, selection: { state: 1 } })).length + 80).toBeLessThan(2000);
    });
  }

  it('of the first form decode for ever', async () => {
    const link = 's1.6d4cf449.q1YqTk7NS1WyUkq0UkiKyVPSUSpOzUlNLsnMz1OyqlYqLkksSVWyMqitBQA';
    expect(await decodeShare(link)).toEqual({ ok: true, shared: { scene: 'a: b\n', selection: { state: 0 } } });
  });

  it('that are none are left alone', async () => {
    for (const hash of ['', '#', '#lab', '#exercise', '#s', '#section.1'])
      expect(await decodeShare(hash)).toBeUndefined();
  });

  it('that were cut or altered are named damaged, at every length', async () => {
    const link = await encodeShare({ scene: 'kind: Service\n'.repeat(20), selection: {} });
    for (let length = 3; length < link.length; length += 1)
      expect(await decodeShare(link.slice(0, length))).toEqual({ ok: false, fault: 'damaged' });
    for (let i = 3; i < link.length; i += 1) {
      const other = link[i] === 'A' ? 'B' : 'A';
      const decoded = await decodeShare(link.slice(0, i) + other + link.slice(i + 1));
      expect(decoded?.ok).toBe(false);
    }
  });

  it('come through chat and mail', async () => {
    const shared = { scene: 'kind: Service\n'.repeat(20), selection: {} };
    const link = await encodeShare(shared);
    for (const said of [
      ...['.', ',', ')', '>', '"', '*', '_', '。', '&utm_source=chat', '%20', '?x'].map((end) => link + end),
      encodeURIComponent(link),
      link.replaceAll('.', '%2E'),
      `${link.slice(0, 40)}\n${link.slice(40)}`,
      `${link.slice(0, 40)}%0D%0A${link.slice(40)}`,
    ])
      expect(await decodeShare(`#${said}`), said).toEqual({ ok: true, shared });
  });

  it('of a later release say so', async () => {
    for (const link of ['s2.00000000.AAAA', 's12.other~form', 's2.'])
      expect(await decodeShare(link)).toEqual({ ok: false, fault: 'newer' });
  });

  it('that inflate without end are stopped at the limit', async () => {
    expect(await decodeShare(forged(`{"scene":"${'a'.repeat(shareLimit * 4)}"}`))).toEqual({
      ok: false,
      fault: 'too large',
    });
  });

  for (const text of ['null', '[]', '{"scene":7}', '{', '"s"']) {
    it(`with ${text} inside are damaged`, async () => {
      expect(await decodeShare(forged(text))).toEqual({ ok: false, fault: 'damaged' });
    });
  }
});
