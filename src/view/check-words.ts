/** A check in words: what it asks for, and what is still observed. */
import type { Check, CheckResult, Observed } from '../checks/checks.ts';
import { code, listed } from './say.ts';
import type { Language, Words } from './view-models.ts';
import { checkEn, type CheckWording } from './words/check-en.ts';
import { checkZhCn } from './words/check-zh-cn.ts';
import { dictionaryOf } from './words/dictionaries.ts';
import type { ViewWords } from './words/view-en.ts';

export interface CheckInWords {
  readonly passed: boolean;
  readonly words: Words;
  /** Never the answer; empty where the check holds. */
  readonly observed: Words;
}

interface Wording {
  readonly check: CheckWording;
  readonly view: ViewWords;
}

/** The result of a check as the exercise shows it. */
export function checkInWords({ passed, check, found }: CheckResult, language: Language): CheckInWords {
  const wording = { check: language === 'en' ? checkEn : checkZhCn, view: dictionaryOf(language).view };
  return { passed, words: askedFor(check, wording), observed: passed ? [] : observedOf(wording, found) };
}

/** What a check asks for. */
function askedFor(check: Check, wording: Wording): Words {
  const words = sentenceOf(wording, check);
  const state = 'state' in check ? check.state : undefined;
  return state === undefined ? words : [...words, ...wording.check.inState(state)];
}

function sentenceOf({ check: words, view }: Wording, check: Check): Words {
  if ('endpoints' in check) {
    const { service, ready, pods, count = 0 } = check.endpoints;
    const name = service.replace(/^default\//, '');
    if (ready) return words.ready(name, ready);
    return pods ? words.pods(name, pods) : words.count(name, count);
  }
  if ('object' in check) return objectSentence(words, check.object);
  if ('dns' in check) {
    const { host, q, type, rcode, answer } = check.dns;
    const name = q ?? host ?? '';
    if (answer) return words.dnsAnswer(name, type, answer);
    return rcode === undefined ? words.dnsAny(name, type) : words.dnsCode(name, type, rcode);
  }
  if ('traffic' in check) {
    const { from, to, outcome, endpoints = [], source } = check.traffic;
    return [
      ...words.traffic(from, to, view.outcome[outcome]),
      ...(endpoints.length > 0 ? words.trafficTo(endpoints) : []),
      ...(source ? words.trafficSource(view.traffic.sourceWord[source]) : []),
      words.end,
    ];
  }
  return 'problems' in check ? words.problems() : words.unchanged(check.unchanged);
}

function objectSentence(
  words: CheckWording,
  { endpoints, service, subsets, path, equals }: Extract<Check, { readonly object: unknown }>['object'],
): Words {
  const name = service === undefined ? `endpoints/${endpoints ?? ''}` : `service/${service}`;
  if (path !== undefined)
    return words.field(name, path, typeof equals === 'string' ? equals : JSON.stringify(equals ?? null));
  return subsets === undefined ? words.exists(name) : words.subsets(endpoints ?? '', subsets);
}

function observedOf({ check: words, view }: Wording, found: Observed): Words {
  switch (found.kind) {
    case 'nothing':
      return words.observed.nothing();
    case 'endpoints':
      return words.observed.endpoints(found.values);
    case 'object':
      return words.observed.object(found.values);
    case 'changed':
      return words.observed.changed(found.values);
    case 'dns':
      return found.answer.length > 0 ? listed(found.answer, view.items, view.slices.more) : [code(found.rcode)];
    case 'traffic':
      return [
        view.outcome[found.outcome],
        ...(found.endpoints.length > 0 ? [view.colon, ...listed(found.endpoints, view.items, view.slices.more)] : []),
        ...(found.source ? [view.comma, view.traffic.source[found.source]] : []),
      ];
    case 'problems':
      return found.messages
        .slice(0, 2)
        .flatMap((message, i): Words => (i === 0 ? [code(message)] : [view.items, code(message)]));
  }
}
