import { useState, type DragEvent } from 'react';
import { count } from '../text/format';
import { fill, t } from '../text/language';

interface Props {
  file: File | undefined;
  onFile: (file: File | undefined) => void;
  /** Whether a spreadsheet may be chosen as well as a text file. */
  spreadsheets?: boolean;
}

/** A file by dragging or by the browser's own dialog. */
export function FileDrop({ file, onFile, spreadsheets = false }: Props) {
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
      <input type="file" accept={spreadsheets ? '.csv,.txt,.xlsx,text/csv,text/plain' : '.csv,.txt,text/csv,text/plain'} onChange={(event) => onFile(event.currentTarget.files?.[0])} />
      {file ? (
        <b>{fill(t().upload.size, { name: file.name, size: count(Math.ceil(file.size / 1024)) })}</b>
      ) : (
        <span>
          <b>{t().upload.choose}</b> {spreadsheets ? t().upload.dropLeads : t().upload.drop}
        </span>
      )}
    </label>
  );
}
