import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import './inspector.css';

/** One tab of the inspector; its content is drawn only while it is the chosen one. */
export interface InspectorPanel<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly draw: () => ReactNode;
}

interface InspectorProps<Id extends string> {
  readonly panels: readonly InspectorPanel<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** The right pane: all about the story that is not on the page. */
export function Inspector<Id extends string>({ panels, chosen, onChoose }: InspectorProps<Id>) {
  return (
    <aside className="inspector" aria-label="Inspector">
      <Tabs.Root className="inspector-tabs" value={chosen} onValueChange={(value) => onChoose(value as Id)}>
        <Tabs.List className="tab-list" aria-label="Inspector" activateOnFocus>
          {panels.map((panel) => (
            <Tabs.Tab key={panel.id} value={panel.id} className="tab">
              {panel.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {panels.map((panel) => (
          <Tabs.Panel key={panel.id} value={panel.id} className="tab-panel scrolls">
            {panel.id === chosen && panel.draw()}
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </aside>
  );
}
