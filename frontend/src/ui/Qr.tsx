import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';

interface Props {
  text: string;
  label: string;
  /** As few modules as there can be, so that each is large: for a code nobody has scratched. */
  dense?: boolean;
}

/** A QR code of `text`, dark on white with its quiet zone, as large as its box; `label` is what is read out. */
export function Qr({ text, label, dense }: Props) {
  const { size, path } = useMemo(() => draw(text, dense), [text, dense]);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
      style={{ '--modules': size }}
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#15121c" d={path} />
    </svg>
  );
}

/** The dark modules as one path, a stroke for each run in a row. */
function draw(text: string, dense = false) {
  // Four modules of white around it: without them, phones do not find a code on a dark ground.
  const { size, data } = encode(text, { ecc: dense ? 'L' : 'M', border: dense ? 3 : 4 });
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
