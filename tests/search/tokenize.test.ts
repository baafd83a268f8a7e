import { expect, test } from 'vitest';
import { tokenize } from '../../src/search/tokenize.ts';

test.each<[why: string, text: string, words: string[]]>([
  ['Latin words are small', 'NXDOMAIN Service', ['nxdomain', 'service']],
  ['Han characters come in pairs', '端点切片', ['端点', '点切', '切片']],
  ['a single Han character stays', '无', ['无']],
  [
    'Han and Latin part where they meet',
    '改Pod的kube-proxy吗',
    ['改', 'pod', '的', 'kube-proxy', 'kube', 'proxy', '吗'],
  ],
  ['a joined word counts whole and in parts', 'etcd-k8s', ['etcd-k8s', 'etcd', 'k8s']],
  ['so does one with capitals inside', 'targetPort', ['targetport', 'target', 'port']],
  ['an address is one word', '10.96.0.10:53', ['10.96.0.10', '53']],
  ['marks are no words', '，。“” -- :', []],
  ['a version is one word', '1.36.2', ['1.36.2']],
])('%s', (_, text, words) => {
  expect(tokenize(text)).toEqual(words);
});

test('long runs cost time in proportion', () => {
  expect(tokenize('端'.repeat(20_000))).toHaveLength(19_999);
  expect(tokenize('a-'.repeat(20_000))[0]).toHaveLength(39_999);
});
