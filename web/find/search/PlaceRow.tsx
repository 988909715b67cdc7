import { Link } from 'wouter';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { MapSource } from '../../../shared/search/map-link.ts';
import type { Mark } from '../../../shared/search/search.ts';
import type { Region } from '../../../shared/station/region.ts';
import { chosenHash } from '../../ui/chosen-place.ts';
import { countiesAt } from '../../ui/city-of.ts';
import { Icon } from '../../ui/parts/Icon.tsx';
import { SOURCE_WORDS } from '../../ui/words/search.ts';
import { parentOf, pathAbove } from '../picker/regions.ts';
import type { Place } from './findings.ts';
import { Marked } from './Marked.tsx';
import { literalMarks } from './marked.ts';
import { type OptionProps, optionDress } from './option.ts';
import css from './search.module.css';

type Props = { place: Place; regions: readonly Region[] | null; typed: string; option: OptionProps };

/** A place to list stations from. */
export function PlaceRow({ place, regions, typed, option }: Props) {
  const { name, marks, lines } = placeWords(place, regions ?? [], typed);
  return (
    <li role="none">
      <Link href={placeHref(place)} {...optionDress(option, css.place)}>
        <Icon name="pin" />
        <span>
          <b>
            <Marked name={name} marks={marks} />
          </b>
          <span className={css.hint}>{[...lines, '在这里找驿站'].join('，')}</span>
        </span>
        <Icon name="next" size="s" />
      </Link>
    </li>
  );
}

export function placeHref(place: Place): string {
  switch (place.kind) {
    case 'region':
      return `/?at=${place.region.code}`;
    case 'street':
      return `/${chosenHash(place.street.point)}`;
    case 'point':
      return `/${chosenHash(place.point)}`;
  }
}

type Words = { readonly name: string; readonly marks: readonly Mark[]; readonly lines: readonly string[] };

function placeWords(place: Place, regions: readonly Region[], typed: string): Words {
  switch (place.kind) {
    case 'region': {
      const above = pathAbove(regions, place.region);
      return { name: place.region.name, marks: place.marks, lines: above === '' ? [] : [above] };
    }
    case 'street': {
      const { name, county, stations } = place.street;
      const lies = regions.find((one) => one.code === county)?.name;
      const marks = literalMarks(name, typed);
      return {
        name,
        marks: marks.length > 0 ? marks : [[0, name.length]],
        lines: [...(lies === undefined ? [] : [lies]), `${stations} 个驿站`],
      };
    }
    case 'point':
      return pointWords(place.point, { name: place.name, source: place.source, regions });
  }
}

type Pasted = { readonly name: string | null; readonly source: MapSource; readonly regions: readonly Region[] };

/** The link's own name for it, or where it lies; and whose numbers they are. */
function pointWords(point: Gcj02, { name, source, regions }: Pasted): Words {
  const lies = liesIn(regions, point);
  const lines = [lies, SOURCE_WORDS[source]].filter((line): line is string => line !== null);
  return { name: name ?? `${point.lng.toFixed(5)}, ${point.lat.toFixed(5)}`, marks: [], lines };
}

/** As much as is certain without borders: the county when no other can be meant, else the city, else nothing. */
function liesIn(regions: readonly Region[], point: Gcj02): string | null {
  const [county, ...others] = countiesAt(regions, point);
  if (county === undefined) return null;
  if (others.length === 0) return county.name;
  const city = parentOf(regions, county);
  return city !== null && others.every(({ parent }) => parent === city.code) ? city.name : null;
}
