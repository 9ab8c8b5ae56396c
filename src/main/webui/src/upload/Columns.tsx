import { Button, NativeSelect } from '@mantine/core';
import type { CustomField } from '../lists/api';
import { fill, t } from '../text/language';
import { assigned, targetOf, targets, type Mapping, type Preview, type Target } from './mapping';

interface Props {
  preview: Preview;
  mapping: Mapping;
  fields: readonly CustomField[];
  change: (mapping: Mapping) => void;
  busy: boolean;
  mayBegin: boolean;
  begin: () => void;
}

/** What each column is, over the first rows. */
export function Columns({ preview, mapping, fields, change, busy, mayBegin, begin }: Props) {
  const texts = t().upload;
  const { header, rows } = preview;
  const options = targets(fields).map((target) => ({ value: target, label: targetWords(target) }));
  const phoneless = mapping.phones.length === 0;
  return (
    <section className="panel" aria-labelledby="columns">
      <h2 id="columns">{texts.steps.columns}</h2>
      <p className="dimmed">
        {fill(texts.found, { charset: preview.charset, delimiter: delimiterWords(preview.delimiter), columns: header.length })}
      </p>
      <div className="wide" tabIndex={0} role="region" aria-label={texts.firstRows}>
        <table className="table table-preview">
          <thead>
            <tr>
              {header.map((column, index) => (
                <th scope="col" key={index}>
                  <bdi>{column}</bdi>
                  <NativeSelect
                    size="xs"
                    aria-label={fill(texts.isField, { column })}
                    value={targetOf(mapping, column)}
                    data={options}
                    onChange={(event) => change(assigned(mapping, header, column, event.currentTarget.value as Target))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {header.map((column, at) => (
                  <td key={at} className={targetOf(mapping, column) === '' ? 'dimmed' : undefined}>
                    <bdi>{row[at] ?? ''}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {phoneless && (
        <p className="objection" role="status">
          {texts.noPhone}
        </p>
      )}
      <Button onClick={begin} disabled={phoneless || !mayBegin} loading={busy}>
        {texts.begin}
      </Button>
    </section>
  );
}

function targetWords(target: Target): string {
  if (target === '') {
    return t().upload.ignore;
  }
  return target.startsWith('custom.') ? target.slice('custom.'.length) : t().upload.targets[target as keyof ReturnType<typeof t>['upload']['targets']];
}

function delimiterWords(delimiter: string): string {
  const { comma, semicolon, tab, bar } = t().upload.delimiters;
  const known: Partial<Record<string, string>> = { ',': comma, ';': semicolon, '\t': tab, '|': bar };
  return known[delimiter] ?? delimiter;
}
