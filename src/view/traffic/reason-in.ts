import type { TrafficReason, Verdict } from '../../sim/core.ts';

/** The first reason of a verdict with one of these codes. */
export const reasonIn = (verdict: Verdict, ...codes: readonly TrafficReason['code'][]): TrafficReason | undefined =>
  verdict.reasons.find(({ code }) => codes.includes(code));
