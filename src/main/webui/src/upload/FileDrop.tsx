import { useState, type DragEvent } from 'react';
import { count } from '../text/format';
import { fill, t } from '../text/language';

/** A file by dragging or by the browser's own dialog. */
export function FileDrop({ file, onFile }: { file: File | undefined; onFile: (file: File | undefined) => void }) {
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
      <input type="file" accept=".csv,.txt,text/csv,text/plain" onChange={(event) => onFile(event.currentTarget.files?.[0])} />
      {file ? (
        <b>{fill(t().upload.size, { name: file.name, size: count(Math.ceil(file.size / 1024)) })}</b>
      ) : (
        <span>
          <b>{t().upload.choose}</b> {t().upload.drop}
        </span>
      )}
    </label>
  );
}
