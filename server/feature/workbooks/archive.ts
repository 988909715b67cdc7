import { crc32 } from 'node:zlib';
import { deflateSync, strToU8 } from 'fflate';

/** What is said of an entry before it is packed. */
export type Unpacked = { readonly name: string; readonly size: number; readonly crc: number };
type Entry = Unpacked & { readonly packed: Uint8Array };
type Written = { readonly name: string; readonly head: Buffer; readonly at: number };

/** 1980-01-01 00:00, as zip writes it: the earliest there is. */
const TIME = 0x0021_0000;
const PACKED = 8;
/** Version 2.0 of the format is enough to read it. */
const VERSION = 20;

/**
 * A zip archive, entry by entry, each let go of when it is packed; all of one time, packed by code that a release pins. Byte for byte
 * what fflate's `zipSync` makes of the same entries at level 6, which holds them all at once.
 */
export class Archive {
  private readonly written: Written[] = [];
  private length = 0;

  /** The bytes of the next entry. Names are ASCII. */
  entry(entry: Entry): Uint8Array {
    const { name, packed } = entry;
    const head = headOf(entry);
    this.written.push({ name, head, at: this.length });
    const local = Buffer.alloc(4);
    local.writeUInt32LE(0x0403_4b50);
    const bytes = Buffer.concat([local, head, strToU8(name), packed]);
    this.length += bytes.length;
    return bytes;
  }

  /** The bytes behind the last entry: the table of them all. */
  end(): Uint8Array {
    const table = this.written.map(({ name, head, at }) => {
      const [mark, tail] = [Buffer.alloc(6), Buffer.alloc(14)];
      mark.writeUInt32LE(0x0201_4b50);
      mark.writeUInt16LE(VERSION, 4);
      tail.writeUInt32LE(at, 10);
      return Buffer.concat([mark, head, tail, strToU8(name)]);
    });
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50);
    end.writeUInt16LE(table.length, 8);
    end.writeUInt16LE(table.length, 10);
    end.writeUInt32LE(
      table.reduce((sum, { length }) => sum + length, 0),
      12,
    );
    end.writeUInt32LE(this.length, 16);
    return Buffer.concat([...table, end]);
  }
}

export function packed(content: Uint8Array): Uint8Array {
  return deflateSync(content, { level: 6 });
}

export function unpackedEntry(name: string, content: Uint8Array): Unpacked {
  return { name, size: content.length, crc: crc32(content) };
}

function headOf({ name, size, crc, packed }: Entry): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(PACKED, 4);
  head.writeUInt32LE(TIME, 6);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}
