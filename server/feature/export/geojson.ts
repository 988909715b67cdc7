import { cellsOf, DATUM_TITLES, pointOf, titlesOf } from './cells.ts';
import type { Making, Writer } from './writer.ts';

/**
 * A FeatureCollection (RFC 7946) of points, one line for each. The RFC means WGS-84; what may be published in China is not,
 * so the members `datum`, `about` and `columns` beside `features` say what the numbers are.
 */
export function geojsonWriter({ job, naming, sink }: Making): Writer {
  const titles = titlesOf(job);
  const datum = DATUM_TITLES[job.datum];
  let isFirst = true;
  return {
    begin: async () => {
      const about = Object.fromEntries(job.head);
      const columns = Object.fromEntries(titles.map(({ key, title, meaning }) => [key, `${title}：${meaning}`]));
      const members = JSON.stringify({ type: 'FeatureCollection', datum, about, columns });
      await sink(`${members.slice(0, -1)},"features":[`);
    },
    lines: async (lines) => {
      const features = lines.map((line) => {
        const cells = cellsOf(line, job, naming);
        const { lng, lat } = pointOf(line.listed.station, job.datum);
        return JSON.stringify({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lng, lat] },
          properties: Object.fromEntries(titles.map(({ key }, at) => [key, cells[at] === '' ? null : cells[at]])),
        });
      });
      if (features.length === 0) return;
      await sink(`${isFirst ? '' : ','}\n${features.join(',\n')}`);
      isFirst = false;
    },
    end: () => sink('\n]}\n'),
  };
}
