import { Input } from 'antd';
import { Field } from './parts/Field.tsx';
import { FormSection, Row } from './parts/Section.tsx';
import { PointInput } from './place/PointInput.tsx';
import type { DeskReply, Moving } from './use-moving.ts';

/** Where it moves to, and why. */
export function MoveFields({ on, moving }: { on: DeskReply; moving: Moving }) {
  const { station } = on;
  const { move, change, locating } = moving;
  return (
    <FormSection id="move" title="新地址" note={`现在在：${station.address}`}>
      <Field path="point" label="新坐标" required>
        {(wiring) => (
          <PointInput
            wiring={wiring}
            name="新址"
            point={move.point}
            start={{ centre: station.point, zoom: 16 }}
            onPlace={({ point }) => {
              change({ point });
              locating.find(point);
            }}
          />
        )}
      </Field>
      <Row>
        <Field path="address" label="新地址" required>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={200}
              value={move.address}
              onChange={(event) => change({ address: event.target.value })}
            />
          )}
        </Field>
        <Field path="town" label="乡镇街道">
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={60}
              value={move.town}
              onChange={(event) => change({ town: event.target.value })}
            />
          )}
        </Field>
        <Field path="entrance" label="怎么找到门">
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={200}
              value={move.entrance}
              onChange={(event) => change({ entrance: event.target.value })}
            />
          )}
        </Field>
      </Row>
      <Field path="reason" label="为什么迁" required>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={2}
            maxLength={500}
            value={move.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Field>
    </FormSection>
  );
}
