/** The recorded session's commands that change the cluster, one after the other: outputs, errors and codes to the byte. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derivedAllocator } from '../../../src/sim/allocator/derived.ts';
import { Memo } from '../../../src/sim/api/memo.ts';
import type { Change, Cluster } from '../../../src/sim/cluster/cluster.ts';
import { comeToRest } from '../../../src/sim/controllers/controller-manager.ts';
import { isWriteCommand, runWrite } from '../../../src/sim/kubectl/write-command.ts';
import { simulate } from '../../../src/sim/index.ts';
import { allStrategies } from '../../../src/sim/apiserver/strategy/all-strategies.ts';
import { allWorkloads } from '../../../src/sim/workloads/all-workloads.ts';

interface Entry {
  readonly group: string;
  readonly args: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

const folder = new URL('../../conformance/corpus/console/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const entries = JSON.parse(text('answers.json')) as readonly Entry[];
const files = new Map(['console.yaml', 'change.yaml'].map((name) => [name, text(name)]));

const waiting = '{phase: Pending, ready: false, node: none, ip: none}';
const header = `# pods:\n#   default/waiting: {ready: false}\n#   default/d: ${waiting}\n#   default/p: ${waiting}\n#   default/q: ${waiting}\n#---\n`;
const [start] = simulate(`${header}\n`).states;
if (!start) throw new Error('no state');
const allocator = derivedAllocator(0);
const { world } = start;
const context = {
  admit: { allocator, families: world.families, strategies: allStrategies },
  memo: new Memo(),
  scope: 'session',
  files,
  settle: (cluster: Cluster, changes: readonly Change[]): Cluster =>
    comeToRest(cluster, changes, {
      world,
      allocator,
      families: world.families,
      memo: new Memo(),
      options: { probes: false },
      workloads: allWorkloads,
      strategies: allStrategies,
    }).cluster,
};

/** Names given at random. */
const plain = (output: string): string => output.replaceAll(/web-[a-z0-9]+-[a-z0-9]{5}\b/g, 'web-POD');

describe('a session of commands that change the cluster', () => {
  let { cluster } = start;
  for (const { args, stdout, stderr, code } of entries) {
    if (!isWriteCommand(args[0] ?? '')) continue;
    it(`kubectl ${args.join(' ')}`, () => {
      const result = runWrite(cluster, args, context);
      cluster = result.cluster;
      expect({ stdout: plain(result.stdout), stderr: result.stderr, code: result.code }).toEqual({
        stdout: plain(stdout),
        stderr,
        code,
      });
    });
  }
});
