import { useState, type DragEvent } from 'react';
import { count } from '../text/format';
import { fill, t } from '../text/language';

interface Props {
  file: File | undefined;
  onFile: (file: File | undefined) => void;
  /** What may be chosen; the engine says of every file whether it is one. */
  kind: keyof typeof ACCEPTED;
}

const ACCEPTED = {
  text: '.csv,.txt,text/csv,text/plain',
  leads: '.csv,.txt,.xlsx,text/csv,text/plain',
  sounds: 'audio/*,.wav,.mp3,.m4a,.ogg',
  flows: '.json,application/json',
};

/** A file by dragging or by the browser's own dialog. */
export function FileDrop({ file, onFile, kind }: Props) {
  const help = { text: t().upload.drop, leads: t().upload.dropLeads, sounds: t().prompts.drop, flows: t().ivr.forms.drop }[kind];
  const [over, setOver] = useState(false);

  const dragged = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const dropped = (event: DragEvent) => {
    dragged(event);
    onFile(event.dataTransfer.files[0] ?? file);
  };

  return (
    <label className={over ? 'drop drop-over' : 'drop'} onDragOver={dragged} onDragLeave={dragged} onDrop={dropped}>
      <input type="file" accept={ACCEPTED[kind]} onChange={(event) => onFile(event.currentTarget.files?.[0])} />
      {file ? (
        <b>{fill(t().upload.size, { name: file.name, size: count(Math.ceil(file.size / 1024)) })}</b>
      ) : (
        <span>
          <b>{t().upload.choose}</b> {help}
        </span>
      )}
    </label>
  );
}
