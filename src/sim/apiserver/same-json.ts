/** True when both are the same JSON; the order of keys does not matter, a missing and an undefined field are equal. */
export { equalJson as sameJson } from '../api/endpoints/equal-json.ts';
