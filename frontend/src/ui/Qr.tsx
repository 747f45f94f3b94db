import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

/** A QR code of `text`, dark on white with its quiet zone, as large as its box; `label` is what is read out. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#15121c" d={path} />
    </svg>
  );
}

/** The dark modules as one path, a stroke for each run in a row. */
function draw(text: string) {
  // Four modules of white around it: without them, phones do not find a code on a dark ground.
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (x + 1 < size && row[x + 1]) x++;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  });
  return { size, path };
}
