/** Every read command of every recorded state, byte for byte, on the objects of the record. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { corpus, readCase, readEmptyCluster, type RecordedCluster } from '../../conformance/answers.ts';
import { clusterFromAnswers } from '../../conformance/from-answers.ts';
import { runRead } from '../../../src/sim/kubectl/read.ts';
import type { ClusterEvent } from '../../../src/sim/api/events.ts';

const answers = `${corpus}/answers`;
const topics = readdirSync(answers).filter((topic) => !topic.startsWith('_'));

test.each(topics)('%s: each text equals the recorded one', (topic) => {
  const files = readdirSync(`${answers}/${topic}`).filter((file) => file.endsWith('.json'));
  for (const file of files) {
    const recorded = readCase(answers, `${topic}/${file.slice(0, -'.json'.length)}`);
    const { families } = recorded as unknown as RecordedCluster;
    const empty = readEmptyCluster(answers, families);
    for (const state of recorded.states) {
      const cluster = clusterFromAnswers(state, empty);
      const events = state.events as readonly ClusterEvent[];
      for (const [command, text] of Object.entries(state.kubectl)) {
        if (text === null) continue;
        const { stdout, stderr, code } = runRead({ cluster, events }, command.split(' '));
        const wanted = { stdout: text, ...(state.kubectlErr[command] ?? { stderr: '', code: 0 }) };
        expect({ stdout, stderr, code }, `${file} state ${state.index}: ${command}`).toEqual(wanted);
      }
    }
  }
});
