// Every scene of the four articles, typed into the editor as its readers would; the panels show what a real cluster answered.
import { parseScene, setText } from '../../src/sim/index.ts';
import { viewEn } from '../../src/view/words/view-en.ts';
import {
  corpus,
  listScenes,
  type RecordedAllocations,
  type RecordedState,
  type RecordedTraffic,
} from '../conformance/answers.ts';
import { isAsked } from '../conformance/compare/answers.ts';
import { expect, test } from './fixtures.ts';
import { Lab, type EditorKind } from './lab.ts';
import {
  commandHere,
  dnsExpected,
  drawnFor,
  endpointsExpected,
  outcomeHere,
  readScene,
  readStates,
  textWithRoles,
  withRoles,
} from './recorded.ts';

const scenes = listScenes(`${corpus}/scenes`).filter((id) => id.startsWith('articles/'));
const editors: readonly EditorKind[] = ['full', 'plain'];

test.use({ viewport: { width: 1440, height: 900 } });

for (const id of scenes) {
  for (const kind of editors) {
    test(`${id} typed into the ${kind} editor shows what the cluster answered`, async ({ page }) => {
      await page.goto('/playground/');
      const lab = new Lab(page);
      const scene = readScene(id);
      await typeScene(lab, scene, kind);
      const drawn = drawnFor(scene);
      for (const state of readStates(id)) {
        if (drawn.length > 1) await lab.choose(state.index);
        await compareState(lab, state, drawn[state.index] ?? {});
      }
    });
  }
}

/** Header and steps stand in the page; every text is typed, state after state. */
async function typeScene(lab: Lab, scene: string, kind: EditorKind): Promise<void> {
  const { manifest, steps } = parseScene(scene);
  const texts = [manifest.text, ...steps.map((step) => (step.action === 'apply' ? step.text : undefined))];
  const empty = texts.reduce<string>((left, text, at) => (text === undefined ? left : setText(left, at, '')), scene);
  await lab.put(empty);
  await lab.edit(kind);
  for (const [at, text] of texts.entries()) {
    if (text === undefined) continue;
    if (texts.length > 1) await lab.choose(at);
    await lab.fill(text);
    await lab.settled();
  }
}

async function compareState(lab: Lab, state: RecordedState, drawn: RecordedAllocations): Promise<void> {
  const at = `state ${state.index}`;
  await compareApply(lab, state, at);
  await compareEndpoints(lab, state, drawn, at);
  const header = parseScene(await sceneOf(lab));
  for (const [i, question] of header.dns.entries()) {
    const recorded = state.dns?.[i];
    if (!recorded) throw new Error(`${at}: question ${i} was not recorded`);
    const shown = await lab.ask({ ...question, host: 'host' in question ? question.host : question.q });
    expect(withRoles(shown, drawn), `${at}: ${JSON.stringify(question)}`).toEqual(
      dnsExpected(recorded, state.allocations),
    );
  }
  for (const recorded of (state.traffic ?? []).filter(isAsked)) await compareTraffic(lab, recorded, at);
  await compareConsole(lab, state, drawn, header.kubectl, at);
}

const sceneOf = (lab: Lab): Promise<string> =>
  lab.element.evaluate((element: HTMLElement) => element.dataset['scene'] ?? '');

async function compareApply(lab: Lab, { apply }: RecordedState, at: string): Promise<void> {
  const problems = await lab.drawer('problems');
  const printed = problems.locator('.tool-output');
  if (!apply) await expect(printed, at).toHaveCount(0);
  else expect(await printed.textContent(), at).toBe(`$ ${apply.command}\n${apply.stdout}${apply.stderr}`);
}

async function compareEndpoints(lab: Lab, state: RecordedState, drawn: RecordedAllocations, at: string): Promise<void> {
  const { services, endpoints } = state.objects;
  const keys = [...services, ...endpoints].map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const picker = lab.panel('endpoints').getByLabel(lab.words.endpoints.service, { exact: true });
  const offered = await picker.locator('option').evaluateAll((all) => all.map((o) => (o as HTMLOptionElement).value));
  expect([...offered].sort(), at).toEqual([...new Set(keys)].sort());
  for (const key of offered) {
    const [namespace = '', name = ''] = key.split('/');
    await picker.selectOption(key);
    await lab.settled();
    const flags = namespace === 'default' ? '' : ` -n ${namespace}`;
    const [command, ...output] = (await lab.endpoints()).split('\n');
    expect(command, at).toBe(`$ kubectl get ep ${name}${flags}`);
    const printed = output.filter((line) => !line.startsWith('Warning: v1 Endpoints is deprecated'));
    expect(textWithRoles(printed.join('\n'), drawn), `${at}: ${key}`).toEqual(
      endpointsExpected(state, namespace, name),
    );
  }
}

async function compareTraffic(lab: Lab, recorded: RecordedTraffic, at: string): Promise<void> {
  const rows = await lab.connect(recorded);
  const { steps, sourceWord } = viewEn.traffic;
  const row = (step: string) => rows.find((one) => one.step === step);
  const outcome = outcomeHere(recorded);
  const why = `${at}: ${recorded.from} to ${recorded.to}`;
  expect(row(steps.sees)?.result, why).toContain(viewEn.sees[outcome][0]);
  if (outcome === 'REJECT' || outcome === 'DROP')
    expect(
      rows.flatMap(({ bold }) => bold),
      why,
    ).toContain(outcome);
  if (outcome === 'NXDOMAIN') expect(row(steps.name)?.all, why).toContain(outcome);
  if (recorded.outcome !== 'CNAME') {
    expect([...(row(steps.endpoint)?.codes ?? [])].sort(), why).toEqual([...(recorded.endpoints ?? [])].sort());
  }
  if (outcome === 'ENDPOINTS') {
    expect(row(steps.source)?.result, why).toContain(sourceWord[recorded.source as keyof typeof sourceWord]);
  }
}

async function compareConsole(
  lab: Lab,
  { kubectl, kubectlErr, allocations }: RecordedState,
  drawn: RecordedAllocations,
  asked: readonly string[],
  at: string,
): Promise<void> {
  const commands = new Set(Object.keys(kubectl).filter((command) => kubectl[command] !== null));
  for (const command of asked) if (kubectl[command] !== null) commands.add(command);
  for (const command of commands) {
    const printed = await lab.run(`kubectl ${commandHere(command, allocations, drawn)}`);
    const recorded = `${kubectl[command] ?? ''}${kubectlErr[command]?.stderr ?? ''}`;
    expect(textWithRoles(printed, drawn), `${at}: kubectl ${command}`).toEqual(textWithRoles(recorded, allocations));
  }
}
