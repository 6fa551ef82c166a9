import { type RuleName, ruleNames, ruleTable, type Weight } from '#contract/preflight.ts';
import { Choice } from './Choice.tsx';
import type { TargetPart } from './TargetSheet.tsx';

const items = [
  { value: 'blocking', label: 'Blocks' },
  { value: 'advice', label: 'Advice' },
  { value: 'off', label: 'Off' },
] as const;

/** How much each rule of the check weighs at the target. */
export function TargetRules({ settings: { weights }, change }: TargetPart) {
  const weigh = (rule: RuleName, weight: Weight) => {
    const { [rule]: _, ...others } = weights;
    change({ weights: weight === ruleTable[rule].weight ? others : { ...others, [rule]: weight } });
  };
  return (
    <details className="target-details">
      <summary>What is looked for before</summary>
      <ul className="rule-list">
        {ruleNames.map((rule) => (
          <li key={rule}>
            <span>{ruleTable[rule].label}</span>
            <Choice
              label={ruleTable[rule].label}
              items={items}
              value={weights[rule] ?? ruleTable[rule].weight}
              onChange={(weight: Weight) => weigh(rule, weight)}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
